/*
 * `npm run fuzz`: coverage-guided inputs for each target, one target after the other. Prints a line for each. Exits 1 where
 * an input shows a fault of the code, with the file of the input and the command that repeats it, and where a target could not be
 * fuzzed.
 */
import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { fuzzArguments, USAGE } from './arguments.ts'
import type { FuzzArguments } from './arguments.ts'
import { judgeOf } from './judges.ts'
import { minimize } from './minimize.ts'
import { PLANTED_FAULTS } from './planted-faults.ts'
import { isRight, progressLine, resultLines } from './report.ts'
import { runTarget } from './run-target.ts'
import type { FuzzTarget } from './targets/target.ts'
import { fuzzTargets } from './targets.ts'

const INTERRUPTED = 130

const print = (text: string): void => void process.stdout.write(text)

/** Judges the one input of a file. */
async function judgeFile(target: FuzzTarget, file: string): Promise<number> {
  const judge = await judgeOf(target.name)
  const input = readFileSync(file)
  try {
    await judge(input)
  } catch (error) {
    print(`FIND ${target.name}: ${error instanceof Error ? error.message : String(error)}\n`)
    return 1
  }
  print(`${target.name}: nothing is wrong with ${file}\n`)
  return 0
}

/** Fuzzes the targets, and prints a line for each. */
async function fuzz(
  targets: readonly FuzzTarget[],
  asked: FuzzArguments,
  signal: AbortSignal,
): Promise<number> {
  let wrong = 0
  for (const target of targets) {
    if (signal.aborted) break
    const fault = asked.planted ? PLANTED_FAULTS.find((each) => each.target === target.name) : undefined
    const result = await runTarget(target, {
      seconds: asked.seconds,
      seed: asked.seed,
      folder: asked.folder,
      signal,
      ...(fault && { fault }),
      ...(process.stderr.isTTY && {
        onProgress: (line) => process.stderr.write(progressLine(target.name, line)),
      }),
    })
    if (process.stderr.isTTY) process.stderr.write('\r\u001b[K')
    const right = isRight(result, asked.planted) || signal.aborted
    if (!right) wrong += 1
    print(
      asked.json
        ? `${JSON.stringify({ ...result, ...(fault && { fault: fault.fault }) })}\n`
        : resultLines(result, fault),
    )
  }
  return signal.aborted ? INTERRUPTED : wrong > 0 ? 1 : 0
}

async function main(): Promise<number> {
  const all = await fuzzTargets()
  const asked = fuzzArguments(process.argv.slice(2), all.map(({ name }) => name)) // prettier-ignore
  const targets = all.filter(({ name }) => asked.targets.length === 0 || asked.targets.includes(name))
  if (asked.help || asked.list) {
    print(asked.help ? USAGE : all.map(({ name }) => `${name}\n`).join(''))
    return 0
  }
  if (asked.input !== undefined) {
    const target = targets[0]! // --input takes one
    if (!asked.print) return judgeFile(target, asked.input)
    print(target.shown(readFileSync(asked.input)))
    return 0
  }
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => stop.abort())
  if (!asked.minimize) return fuzz(targets, asked, stop.signal)
  for (const target of targets) {
    const minimized = await minimize(target, asked.folder, stop.signal)
    if (minimized === undefined) return INTERRUPTED
    const { before, after, kept, file } = minimized
    print(
      `${target.name}: ${before} inputs become ${after}, of which ${relative(process.cwd(), file)} keeps ${kept}\n`,
    )
  }
  return 0
}

try {
  process.exitCode = await main()
} catch (error) {
  process.stderr.write(`fuzz: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 2
}
