/* The commands that ask the prover, as they are typed. */
import type { Command } from 'commander'
import type { CheckManifestOptions } from './commands/check-manifest.ts'
import type { DiffCommandOptions } from './commands/diff.ts'
import type { MergeCommandOptions } from './commands/merge.ts'
import type { SolveCommandOptions } from './commands/solve.ts'
import type { Io } from './io.ts'
import { NOTATION } from './options/notation.ts'
import {
  answerOptions,
  collect,
  FORMAT,
  forTarget,
  JSON_OUT,
  RAW,
  SIDE,
  withOptions,
} from './options/shared.ts'
import { WITHIN } from './options/within.ts'

const [DIFF_OUTPUT, DIFF_FORMAT] = answerOptions(
  'text, json, markdown, html for a page with picture and table, or svg for the picture of "draw barcode"',
  '.svg, .html, .md, .json or .txt',
)

/** Adds the options of a question whose answer may be a table too. */
function tabled(command: Command, format: readonly [string, string] = FORMAT): Command {
  return withOptions(forTarget(command), { within: WITHIN })
    .option(...format)
    .option(...JSON_OUT)
    .option(...RAW)
}

function merge(root: Command, io: Io, done: (status: number) => void): void {
  const made = forTarget(
    root
      .command('merge')
      .description('make one profile that lets no call do more than each of several')
      .argument(
        '<policy...>',
        'policies, the most trusted one first; with --kep6061 two or three OCI profiles',
      ),
  )
    .option(
      '--kep6061',
      'merge as KEP-6061 has runtimes do it, by default with --multiplexers runc, and list what that denies without need',
    )
    .option(
      '--empty-architectures <how>',
      'what a profile without architectures means for --kep6061: defer to the others, or native (default: defer)',
    )
    .option(
      '-o, --output <file>',
      'where to write the profile, or - for standard output (default: standard output)',
    )
  withOptions(made, { denyInexpressible: NOTATION.denyInexpressible })
    .option(...JSON_OUT)
    .action(async (policies: string[], options: MergeCommandOptions) => {
      const { mergeCommand } = await import('./commands/merge.ts')
      done(await mergeCommand(io, policies, options))
    })
}

function checkManifest(root: Command, io: Io, done: (status: number) => void): void {
  root
    .command('check-manifest')
    .description(
      'prove that filters still mean what their policies mean, and list the calls where not (exit 1)',
    )
    .argument('<manifest...>', 'a file that "compile --manifest" has written beside a filter')
    .option(
      '--allow-modules',
      'run a policy that is a module: only for manifests and modules that you trust (default: refuse it)',
    )
    .option(...JSON_OUT)
    .option(...RAW)
    .action(async (manifests: string[], options: CheckManifestOptions) => {
      const { checkManifestCommand } = await import('./commands/check-manifest.ts')
      done(await checkManifestCommand(io, manifests, options))
    })
}

/** Adds the commands that ask the prover. */
export function questionCommands(root: Command, io: Io, done: (status: number) => void): void {
  tabled(
    root
      .command('diff')
      .description(
        'list the calls whose verdict changes from one filter to another, and say which are weaker (exit 1 where any changes)',
      )
      .argument('<a>', SIDE)
      .argument('<b>', SIDE)
      .option(
        '--only <directions>',
        'only changes that are weaker, stricter or other (the same action with other data), separated by commas; may be repeated',
        collect,
      )
      .option(...DIFF_OUTPUT),
    DIFF_FORMAT,
  ).action(async (a: string, b: string, options: DiffCommandOptions) => {
    const { diffCommand } = await import('./commands/diff.ts')
    done(await diffCommand(io, a, b, options))
  })
  tabled(
    root
      .command('solve')
      .description('find a call that gets a verdict, or all of them (exit 1 where there is none)')
      .argument('<file>', SIDE)
      .requiredOption('--verdict <verdict>', 'ALLOW, ERRNO (with any data), ERRNO(1), 0x7fff0000')
      .option(
        '--syscall <name>',
        'name, number, or a pattern of names such as "open*" or "*at", on the first ABI of --abi (default: any)',
      )
      .option(
        '--arg <which=value>',
        'the value of an argument: by index all 64 bits, 0=AF_UNIX; by name what the kernel reads, family=AF_UNIX; with a mask, "0&0xffffffff=AF_UNIX"; may be repeated',
        collect,
      )
      .option('--all', 'list all calls that get the verdict, on every ABI, as a table'),
  ).action(async (file: string, options: SolveCommandOptions) => {
    const { solveCommand } = await import('./commands/solve.ts')
    done(await solveCommand(io, file, options))
  })
  merge(root, io, done)
  checkManifest(root, io, done)
}
