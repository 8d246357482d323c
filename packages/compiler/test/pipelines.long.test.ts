import { pipelines } from '@seccompile/compiler'
import { conformance } from '@seccompile/testkit'
import { describe } from 'vitest'

describe.each(['none', 'list'] as const)('pipeline %s', (name) => {
  conformance(pipelines[name].pass, { runs: 15 })
})
