import { sayNotRun } from './why-not.ts'

/** A user who is not this one. */
export const NOBODY = 65534

/** Why nothing can be given to {@link NOBODY} here, or done as him; `undefined` where it can. Said, where it cannot. */
export function whyNotOthers(what: string): string | undefined {
  if (process.getuid?.() === 0) return undefined
  const why = 'it takes root'
  sayNotRun(what, why)
  return why
}

/** Does `work` without the rights of root. */
export async function asNobody<T>(work: () => Promise<T>): Promise<T> {
  process.seteuid?.(NOBODY)
  try {
    return await work()
  } finally {
    process.seteuid?.(0)
  }
}
