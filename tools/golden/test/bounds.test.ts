/*
 * Two things that hold for every policy of the corpus and every objective: no bound lies above a filter that means the
 * same, and no pipeline is worse than another at its own price of an instruction.
 */
import { compile, isObjectiveKind, objectiveOf, OBJECTIVES, pipelines } from '@seccompile/compiler'
import type { Compilation, CompileOptions, PipelineName } from '@seccompile/compiler'
import { pipeline } from '@seccompile/pass'
import { abiTable } from '@seccompile/syscalls'
import { describe, expect, it } from 'vitest'
import { corpus, corpusPolicy } from '../src/corpus.ts'

const kinds = Object.keys(OBJECTIVES).filter(isObjectiveKind)
const names: readonly PipelineName[] = ['none', 'size', 'speed']
/** A pipeline that is no pipeline: a list, tidied by the passes after `lower`. */
const polished = pipeline('polished', [
  pipelines.none.pass,
  ...pipelines.speed.pass.parts!.slice(-1),
] as never)

/** Policies whose cells are few enough to look at each value of. */
const SMALL = /^(five-calls|log-only|requirements|repeats|tracer)/

describe.each(corpus)('$name', (entry) => {
  const options = {
    abis: entry.abis.map((token) => abiTable(token)),
    prove: false,
    ...(entry.caps === undefined ? {} : { caps: entry.caps }),
    ...(entry.kernel === undefined ? {} : { kernel: entry.kernel }),
  }

  it.each(kinds)(
    'has a bound below every filter, and pipelines that do not lose to each other: %s',
    async (kind) => {
      const policy = await corpusPolicy(entry)
      const made = (more: CompileOptions): Compilation =>
        compile(policy, { ...options, objective: kind, ...more })
      const compiled = names.map((pipeline) => ({ name: pipeline, ...made({ pipeline }) }))
      const { rules } = compiled[0]!
      const objective = objectiveOf(rules, options.abis, { objective: kind })
      const filters = [...compiled, { name: 'polished', ...made({ pipeline: polished }) }]
      for (const effort of SMALL.test(entry.name) ? (['default', 'max'] as const) : (['default'] as const)) {
        const { bound } = objective.boundOf(0, effort)
        for (const { name, objective: value } of filters)
          expect(value!.value, `${name}, ${effort}`).toBeGreaterThanOrEqual(bound * (1 - 1e-9))
      }
      for (const own of compiled.slice(1)) {
        const price = pipelines[own.name].insnCost
        const costOf = ({ program, objective: value }: Compilation): number =>
          value!.value / objective.calls + price * program.length
        for (const other of compiled)
          expect(costOf(own), `${own.name} beside ${other.name}`).toBeLessThanOrEqual(costOf(other) + 1e-9)
      }
    },
  )
})
