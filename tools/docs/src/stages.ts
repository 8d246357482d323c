/*
 * The size of Docker's profile on x86_64 after each pass of a pipeline, as the README shows it.
 */
import type { Program } from '@seccompile/abi'
import { compile, cost } from '@seccompile/compiler'
import type { PipelineName } from '@seccompile/compiler'
import { levelFunctions } from '@seccompile/pass'
import type { Level } from '@seccompile/pass'
import { dockerProfile } from '@seccompile/presets/docker-profile'
import { abiTable } from '@seccompile/syscalls'

const x86_64 = abiTable('x86_64')
const UNITS: Readonly<Record<Level, string>> = {
  rules: 'ranges',
  decision: 'nodes',
  program: 'instructions',
}

/** A line for the rules, and one for each run of a pass that changes something. */
export function stages(name: PipelineName): string {
  const lines: string[] = []
  const show = (pass: string, level: Level, ir: unknown): void => {
    const size = levelFunctions(level).size(ir as never) // `ir` is of that level
    const mean = level === 'program' ? `, ${executed(ir as Program)} executed` : ''
    lines.push(`${pass.padEnd(13)} ${String(size).padStart(4)} ${UNITS[level]}${mean}`)
  }
  compile(dockerProfile, {
    abis: [x86_64],
    pipeline: name,
    prove: false,
    instruments: [
      {
        before: ({ pass, depth, before }) => depth === 0 && show('rules', pass.from, before),
        after: ({ pass, before, after }) => {
          if (pass.parts === undefined && after !== before) show(pass.name, pass.to, after)
        },
      },
    ],
  })
  return lines.join('\n')
}

/** The instructions that an allowed call executes on average, with arguments 0. */
const executed = (program: Program): string => cost(program, [x86_64]).abis[0]!.allowed.mean.toFixed(2)
