/*
 * Two facts hold for every policy of the corpus and every objective. No lower bound lies above the cost of a filter
 * that means the same. No pipeline is worse than another pipeline at its own price of an instruction.
 */
import type { Program } from '@seccompile/abi'
import {
  compile,
  compileRules,
  isObjectiveKind,
  objectiveOf,
  OBJECTIVES,
  pipelines,
} from '@seccompile/compiler'
import type { Compilation, CompileOptions } from '@seccompile/compiler'
import { pipeline, pipelineOf } from '@seccompile/pass'
import { libseccompTree } from '@seccompile/pass-libseccomp-shapes'
import { lower } from '@seccompile/pass-lower'
import { abiTable } from '@seccompile/syscalls'
import { describe, expect, it } from 'vitest'
import { corpus, corpusPolicy } from '../src/corpus.ts'

const kinds = Object.keys(OBJECTIVES).filter(isObjectiveKind)
/** A pipeline without a name: a list, tidied by the passes after `lower`. */
const polished = pipeline('polished', [
  pipelines.none.pass,
  ...pipelines.speed.pass.parts!.slice(-1),
] as never)

/** The shape of libseccomp's trees. */
const libseccomp = pipelineOf('libseccomp', [libseccompTree, lower]) as typeof polished

/** Policies with few enough cells for a search with maximal effort. */
const SMALL = /^(five-calls|log-only|requirements|repeats|tracer)/

/** Targets whose sections are much like those of another target: one objective is enough for them. */
const ALIKE = /^container-default-(arm|mips|s390)|^deny-list-3abi|^five-calls-/

/** Policies whose bound for `attach` takes seconds: those of the same shape that are small have it too. */
const SLOW_ATTACH = /^(tracer|requirements-admin|thousand-values|repeats)$/

const kindsFor = (name: string): typeof kinds => {
  if (ALIKE.test(name)) return kinds.slice(0, 1)
  return SLOW_ATTACH.test(name) ? kinds.filter((kind) => kind !== 'attach') : kinds
}

describe.each(corpus)('$name', (entry) => {
  const options = {
    abis: entry.abis.map((token) => abiTable(token)),
    prove: false,
    ...(entry.caps === undefined ? {} : { caps: entry.caps }),
    ...(entry.kernel === undefined ? {} : { kernel: entry.kernel }),
  }

  /** The filters that do not depend on the objective. */
  let others: Record<'none' | 'list' | 'libseccomp' | 'polished', Program> | undefined

  it.each(kindsFor(entry.name))(
    'has a bound below every filter, and pipelines that do not lose to each other: %s',
    async (kind) => {
      const policy = await corpusPolicy(entry)
      const made = (more: Partial<CompileOptions>): Compilation =>
        compile(policy, { ...options, objective: kind, ...more })
      const searched = (['size', 'speed'] as const).map((pipeline) => ({
        name: pipeline,
        ...made({ pipeline }),
      }))
      const { rules, endianness } = searched[0]!
      others ??= {
        none: compileRules(rules, { endianness, pipeline: 'none' }),
        list: compileRules(rules, { endianness, pipeline: 'list' }),
        libseccomp: compileRules(rules, { endianness, pipeline: libseccomp }),
        polished: compileRules(rules, { endianness, pipeline: polished }),
      }
      const objective = objectiveOf(rules, options.abis, { objective: kind })
      const filters = [
        ...Object.entries(others),
        ...searched.map((own) => [own.name, own.program] as const),
      ].map(([name, program]) => ({ name, program, value: objective.valueOf([program], endianness).value }))
      for (const effort of SMALL.test(entry.name) ? (['default', 'max'] as const) : (['default'] as const)) {
        const { bound } = objective.boundOf(0, effort)
        for (const { name, value } of filters)
          expect(value, `${name}, ${effort}`).toBeGreaterThanOrEqual(bound * (1 - 1e-9))
      }
      for (const { name } of searched) {
        const price = pipelines[name].insnCost
        const costOf = ({ program, value }: (typeof filters)[number]): number =>
          value / objective.calls + price * program.length
        const own = filters.find((filter) => filter.name === name)!
        for (const other of filters)
          expect(costOf(own), `${name} beside ${other.name}`).toBeLessThanOrEqual(costOf(other) + 1e-9)
      }
    },
  )
})
