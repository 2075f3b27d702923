/** Root may do everything: as root the work is done with the rights of a user who has none. */
export function asNobody<Result>(work: () => Result): Result {
  const nobody = 65_534;
  const isRoot = process.getuid?.() === 0;
  if (isRoot) process.seteuid?.(nobody);
  try {
    return work();
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
}
