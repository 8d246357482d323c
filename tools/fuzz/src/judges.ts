/*
 * Judges by the names of their targets. Each is loaded alone: in the process that fuzzes, every module of a package is
 * instrumented when it is loaded.
 */
import type { Judge } from './targets/target.ts'

/** The names of the targets that judge programs. */
export type ProgramTarget = 'verify' | 'interpreter' | 'lift' | 'prover'

const LOADERS: Readonly<Record<ProgramTarget, () => Promise<{ readonly judge: Judge }>>> = {
  verify: () => import('./targets/verifier.ts'),
  interpreter: () => import('./targets/interpreter.ts'),
  lift: () => import('./targets/lift.ts'),
  prover: () => import('./targets/prover.ts'),
}

const isProgramTarget = (name: string): name is ProgramTarget => Object.hasOwn(LOADERS, name)

/** The judge of the target `name`. @throws Error where there is no such target */
export async function judgeOf(name: string): Promise<Judge> {
  if (isProgramTarget(name)) return (await LOADERS[name]()).judge
  const { readerTargets } = await import('./targets/readers.ts')
  const found = (await readerTargets()).find((each) => each.name === name)
  if (found === undefined) throw new Error(`there is no target "${name}"`)
  return found.judge
}
