/*
 * A lower bound is at most the cost of every program with the same meaning: programs of this compiler, and programs
 * of other tools.
 */
import { OBJECTIVES, isObjectiveKind, objectiveOf } from '@seccompile/compiler'
import { equal } from '@seccompile/prover'
import { describe, expect, it } from 'vitest'
import { subject } from '../src/filters.ts'

const kinds = Object.keys(OBJECTIVES).filter(isObjectiveKind)

describe('the bound of an objective', () => {
  it.each(['docker-flat', 'docker-args', 'docker-3abi'] as const)(
    'lies below every filter that means the same: %s',
    (policy) => {
      const { rules, abis, pipelines, others } = subject(policy)
      const same = others.filter(
        ({ program }) =>
          equal({ level: 'rules', ir: rules }, { level: 'program', ir: program }).kind === 'equal',
      )
      expect(same.map(({ name }) => name)).not.toHaveLength(0)
      for (const kind of kinds) {
        const objective = objectiveOf(rules, abis, { objective: kind })
        const bound = objective.boundOf(0, 'default').bound
        for (const { name, program } of [...same, ...pipelines])
          expect(objective.valueOf([program], 'little').value, `${kind} of ${name}`).toBeGreaterThanOrEqual(
            bound * (1 - 1e-9),
          )
      }
    },
  )
})
