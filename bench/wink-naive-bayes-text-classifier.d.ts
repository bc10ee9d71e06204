declare module 'wink-naive-bayes-text-classifier' {
  /** What we use of it: the package has no types. */
  export default function create(): {
    definePrepTasks(tasks: ((text: string) => string[])[]): void;
    defineConfig(config: { considerOnlyPresence: boolean; smoothingFactor: number }): void;
    learn(text: string, label: string): void;
    consolidate(): void;
    computeOdds(text: string): [string, number][];
  };
}
