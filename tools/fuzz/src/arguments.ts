import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ROOT } from './paths.ts'

/** The text of `--help`. */
export const USAGE = `usage: fuzz [TARGET]... [--seconds N] [--planted] [--json]
       fuzz TARGET --input FILE [--print]
       fuzz [TARGET]... --minimize
       fuzz --list

Coverage-guided inputs for every reader, the verifier, the interpreter, lift and the prover.

  --seconds N    how long for each target; 120 by default
  --planted      plant a fault in each target, which has to be found, and not by a seed
  --seed N       what libFuzzer draws by; another each time by default
  --folder DIR   where corpora and finds are; .cache/fuzz by default
  --json         a line of JSON for each target
  --input FILE   judge the input in a file
  --print        with --input: print the text, or the programs, that the file stands for
  --minimize     keep the fewest inputs with the same coverage, in tools/fuzz/corpus too
  --list         name the targets
`

/** What is asked on the command line. */
export interface FuzzArguments {
  /** Empty for all. */
  readonly targets: readonly string[]
  readonly seconds: number
  readonly seed: number | undefined
  readonly folder: string
  readonly input: string | undefined
  readonly print: boolean
  readonly planted: boolean
  readonly minimize: boolean
  readonly json: boolean
  readonly list: boolean
  readonly help: boolean
}

const MOST_SECONDS = 7 * 24 * 3600
const MOST_SEED = 2 ** 31 - 1

function whole(option: string, text: string, most: number): number {
  if (/^\d{1,10}$/.test(text) && Number(text) > 0 && Number(text) <= most) return Number(text)
  throw new Error(`--${option} takes a whole number from 1 to ${most}, not "${text}"`)
}

/** What the command line asks of targets with these names. @throws Error for bad usage */
export function fuzzArguments(args: readonly string[], names: readonly string[]): FuzzArguments {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      seconds: { type: 'string', default: '120' },
      seed: { type: 'string' },
      folder: { type: 'string', default: join(ROOT, '.cache', 'fuzz') },
      input: { type: 'string' },
      print: { type: 'boolean', default: false },
      planted: { type: 'boolean', default: false },
      minimize: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      list: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  const unknown = positionals.find((name) => !names.includes(name))
  if (unknown !== undefined) throw new Error(`there is no target "${unknown}"; --list names them`)
  const { seconds, seed, ...others } = values
  if (others.input !== undefined) {
    if (positionals.length !== 1) throw new Error('--input takes one target, whose input the file is')
    if (!existsSync(others.input)) throw new Error(`there is no file "${others.input}"`)
    if (statSync(others.input).isDirectory())
      throw new Error(`"${others.input}" is a folder; --input takes the file of one input`)
    if (others.planted || others.minimize) throw new Error('--input takes neither --planted nor --minimize')
  }
  if (others.print && others.input === undefined) throw new Error('--print takes --input')
  if (others.planted && others.minimize)
    throw new Error('--minimize takes no --planted: inputs of a planted fault are not kept')
  return {
    ...others,
    input: others.input,
    targets: positionals,
    seconds: whole('seconds', seconds, MOST_SECONDS),
    seed: seed === undefined ? undefined : whole('seed', seed, MOST_SEED),
  }
}
