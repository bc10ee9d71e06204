/** A catalogue of the same shape: the same keys, other words; a function keeps its parameters. */
export type SameKeys<T> = {
  [K in keyof T]: T[K] extends (...args: infer A) => string
    ? (...args: A) => string
    : T[K] extends string
      ? string
      : SameKeys<T[K]>;
};
