/* The fewest inputs with the coverage of all: libFuzzer merges a corpus into an empty one, the shorter inputs first. */
import { mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { inputsIn, keepInputs, keptInputs, writeInputs } from './corpus.ts'
import { KEPT_CORPORA } from './paths.ts'
import { startWorker } from './run-target.ts'
import type { FuzzTarget } from './targets/target.ts'

/** Numbers of inputs. */
export interface Minimized {
  readonly before: number
  readonly after: number
  readonly kept: number
  /** The file in the repository. */
  readonly file: string
}

/**
 * Minimizes the working corpus of `target` in `folder`, and writes the kept one.
 *
 * @param signal - ends libFuzzer; the corpora then stay as they are, and the result is `undefined`
 * @throws Error where libFuzzer fails
 */
export async function minimize(
  target: FuzzTarget,
  folder: string,
  signal: AbortSignal,
): Promise<Minimized | undefined> {
  if (signal.aborted) return undefined
  const corpus = join(folder, 'corpus', target.name)
  const kept = join(folder, 'kept', target.name)
  const smaller = join(folder, 'smaller', target.name)
  const seeds = join(folder, 'seeds', target.name)
  writeInputs(kept, [...inputsIn(corpus), ...keptInputs(target.name)])
  writeInputs(seeds, target.seeds)
  writeInputs(smaller, [])
  const before = inputsIn(kept).length
  const log = `${seeds}.log`
  const child = startWorker(
    { target: target.name, isSync: target.isSync, options: ['-merge=1', smaller, seeds, kept] },
    log,
  )
  child.stdout!.resume()
  // libFuzzer starts a process for each part of the merge, in the group of the first.
  const stop = (): void => {
    if (process.platform === 'win32' || child.pid === undefined) child.kill('SIGKILL')
    else process.kill(-child.pid, 'SIGKILL')
  }
  signal.addEventListener('abort', stop)
  const status = await new Promise((resolve) => child.on('close', (code, by) => resolve(by ?? code)))
  signal.removeEventListener('abort', stop)
  if (signal.aborted) return undefined
  const merged = inputsIn(smaller)
  if (status !== 0 || merged.length === 0)
    throw new Error(
      `${target.name}: libFuzzer does not merge (${String(status)}):\n${readFileSync(log, 'latin1').slice(-2000)}`,
    )
  rmSync(corpus, { recursive: true, force: true })
  mkdirSync(dirname(corpus), { recursive: true }) // absent where no run has been
  renameSync(smaller, corpus)
  const isSeed = new Set(target.seeds.map((seed) => Buffer.from(seed).toString('latin1')))
  const others = merged.filter((input) => !isSeed.has(Buffer.from(input).toString('latin1')))
  return {
    before,
    after: merged.length,
    kept: keepInputs(target.name, others),
    file: join(KEPT_CORPORA, `${target.name}.txt`),
  }
}
