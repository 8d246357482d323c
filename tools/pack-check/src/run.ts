import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'

/** The end of a program. */
export interface ProgramEnd {
  /** The exit code of the program; 1 where a signal ended it, or it is missing. */
  readonly status: number
  /** The output on both streams in order of arrival, without the last line break. */
  readonly said: string
}

const WINDOWS = process.platform === 'win32'

/**
 * Runs a program to its end, with `env` added to the environment. `npm` and `pnpm` are scripts on Windows: only a
 * shell starts scripts there.
 *
 * @param inherited - the environment that `env` is added to
 */
export function run(
  command: string,
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
  inherited: Readonly<Record<string, string | undefined>> = process.env,
): Promise<ProgramEnd> {
  return new Promise((resolve) => {
    const shell = WINDOWS && command !== process.execPath
    const child = spawn(command, args, {
      cwd,
      shell,
      env: { ...inherited, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    const add = (part: string): void => {
      said += part
    }
    child.stdout.setEncoding('utf8').on('data', add)
    child.stderr.setEncoding('utf8').on('data', add)
    child.on('error', (error) => resolve({ status: 1, said: error.message }))
    child.on('close', (code) => resolve({ status: code ?? 1, said: said.trimEnd() }))
  })
}

/** The result of `work` for each of `items`, in their order. As many run at a time as there are processors. */
export async function inParallel<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = []
  let next = 0
  const worker = async (): Promise<void> => {
    while (next < items.length) {
      const i = next++
      results[i] = await work(items[i]!)
    }
  }
  await Promise.all(Array.from({ length: availableParallelism() }, worker))
  return results
}
