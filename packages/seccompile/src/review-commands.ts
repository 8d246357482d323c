/* The commands of a reviewer, as they are typed. */
import type { Command } from 'commander'
import type { DrawCommandOptions } from './commands/draw.ts'
import type { ReportCommandOptions } from './commands/report.ts'
import { KINDS } from '@seccompile/draw/kinds'
import type { Io } from './io.ts'
import type { LintOptions } from './options/lint.ts'
import { RAW } from './options/forms.ts'
import { PIPELINE_NAMES, pipelineOption } from './options/pipeline.ts'
import { collect, forTarget, JSON_OUT, SIDE, withOptions } from './options/shared.ts'

const USE = [
  '--use <module>',
  'a module with lint rules of your own, a path or a package; may be repeated',
  collect,
] as const

const lint = (root: Command, io: Io, done: (status: number) => void): void => {
  forTarget(
    root
      .command('lint')
      .description(
        'find what is dangerous or will break in filters, with a call that shows it (exit 1 where --fail-on says so)',
      )
      .argument('<file...>', SIDE),
  )
    .option(
      '--only <names>',
      'ask only these lint rules and warnings, separated by commas; may be repeated',
      collect,
    )
    .option('--skip <names>', 'leave out these lint rules and warnings; may be repeated', collect)
    .option(
      '--fail-on <severity>',
      'the least severity of a finding for exit status 1: high, medium, low, or never (default: high)',
    )
    .option('--baseline <file>', 'accepted findings, each with a reason: they do not count')
    .option(...USE)
    .option('--format <name>', 'text, json, sarif or markdown (default: text)')
    .option(JSON_OUT[0], 'the same as --format json')
    .action(async (files: string[], options: LintOptions) => {
      const { lintCommand } = await import('./commands/lint.ts')
      done(await lintCommand(io, files, options))
    })
}

const report = (root: Command, io: Io, done: (status: number) => void): void => {
  forTarget(
    root
      .command('report')
      .description('write what a reviewer needs to know of a filter, in one file: HTML or Markdown')
      .argument('<file>', SIDE),
  )
    .option('--base <file>', 'the filter before a change: the report says what became weaker or stricter')
    .option('--baseline <file>', 'accepted findings, each with a reason')
    .option(...USE)
    .option(
      '-o, --output <file>',
      'where to write the report, or - for standard output (default: standard output)',
    )
    .option('--format <name>', 'html or markdown (default: by the ending of the file, .html or .md)')
    .action(async (file: string, options: ReportCommandOptions) => {
      const { reportCommand } = await import('./commands/report.ts')
      done(await reportCommand(io, file, options))
    })
}

const draw = (root: Command, io: Io, done: (status: number) => void): void => {
  const made = forTarget(
    root
      .command('draw')
      .description('draw a filter as a picture: SVG, or for a graph DOT or Mermaid')
      .argument('<kind>', KINDS.map(({ name, shows }) => `${name} (${shows})`).join(', '))
      .argument('<file...>', SIDE),
  )
    .option(
      '-o, --output <file>',
      'where to write the picture, or - for standard output (default: standard output)',
    )
    .option('--format <name>', 'svg, dot or mermaid (default: by the ending of the file, else svg)')
    .option('--theme <name>', 'auto, light, dark, or page: as a class "dark" says (default: auto)')
    .option('--title <text>', 'the heading (default: the name of the file, and what is shown)')
    .option(
      '--weights <file>',
      'tree: columns as wide as calls are frequent: a file that compile takes, or "server"',
    )
    .option(
      '--call <call>',
      'tree, graph and arcs: a call whose way is marked, as "socket AF_UNIX"; plane: the call whose arguments are the axes',
    )
  withOptions(made, {
    pipeline: pipelineOption(PIPELINE_NAMES, 'waterfall: the passes to run'),
    raw: RAW,
  }).action(async (kind: string, files: string[], options: DrawCommandOptions) => {
    const { drawCommand } = await import('./commands/draw.ts')
    done(await drawCommand(io, kind, files, options))
  })
}

/** Adds the commands of a reviewer. */
export function reviewCommands(root: Command, io: Io, done: (status: number) => void): void {
  lint(root, io, done)
  report(root, io, done)
  draw(root, io, done)
}
