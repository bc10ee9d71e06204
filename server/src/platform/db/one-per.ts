/**
 * Keeps one thing for each owner, made when it is first asked for, for as long as the owner lives:
 * a cache for each database of the process, a reader that gathers its questions.
 *
 * @example
 * ```ts
 * const cacheOf = onePer((_: Db) => new LRUCache<string, Parcel>({ max: 200 }))
 * cacheOf(platform.db).get(id)
 * ```
 */
export function onePer<Owner extends object, Made extends object>(
  make: (owner: Owner) => Made,
): (owner: Owner) => Made {
  const made = new WeakMap<Owner, Made>();
  return (owner) => {
    const known = made.get(owner);
    if (known) return known;
    const first = make(owner);
    made.set(owner, first);
    return first;
  };
}
