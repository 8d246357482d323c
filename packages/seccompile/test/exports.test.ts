import { constantFamilies, constantsOf } from '@seccompile/constants/all'
import type { ConstantFamily } from '@seccompile/constants'
import { expect, it } from 'vitest'
import * as seccompile from 'seccompile'

const names = Object.keys(seccompile).sort()
const constants = new Set(
  constantFamilies
    .flatMap(({ family }) => constantsOf(family as ConstantFamily))
    .map(({ constant }) => constant),
)

it('exports exactly its public names', () => {
  expect(names.filter((name) => !constants.has(name))).toEqual([
    'ALLOW', 'CONTAINER_CAPS', 'DEFAULT_PIPELINE', 'DENIED', 'GROUPS', 'KILL_PROCESS', 'KILL_THREAD', 'LOG', 'NOTIFY', 'OBJECTIVES', 'PRESETS', 'PolicyBuilder', 'TRAP', 'all', 'any', 'arg', 'bits', 'bwrapArgs', 'callName', 'compile', 'compileRules', 'compileStack', 'cost', 'crunAnnotation', 'errno', 'groupOf', 'groups', 'groupsOf', 'isObjectiveKind', 'isPipelineName', 'longestPath', 'not', 'objectiveOf', 'optimize', 'parseKernelVersion', 'passes', 'pipelines', 'policy', 'policySource', 'presetOf', 'presetPolicy', 'presets', 'presetsOf', 'printPolicy', 'resolve', 'setprivArgs', 'trace', 'variants', 'weighKnownCalls',
  ]) // prettier-ignore
})

it('exports every constant', () => {
  expect([...constants].filter((name) => !names.includes(name))).toEqual([])
})
