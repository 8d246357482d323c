/* Which findings of lint count: those of a severity and of every worse one, but those that are accepted. */
import { policy } from '@seccompile/policy'
import { describe, expect, it } from 'vitest'
import { filterOf } from '../src/filter-of.ts'
import { hasNoFindings } from '../src/has-findings.ts'
import type { FindingsOptions } from '../src/has-findings.ts'

const filter = filterOf(policy({ abis: ['x86_64'], default: 'allow' }).deny('ptrace', 'socket'), 'mine')

/** The findings that count, a severity and a name each. */
const found = (options: FindingsOptions = {}): readonly string[] =>
  Array.from(
    hasNoFindings(filter, options)
      .shown(false)
      .matchAll(/\n {2}(high|medium|low) ([\w-]+):/g),
    ([, severity, name]) => `${severity} ${name}`,
  )

describe('findings', () => {
  const all = found()
  const high = all.filter((each) => each.startsWith('high '))

  it('of a severity count with those that are worse', () => {
    expect(high.length).toBeGreaterThan(0)
    expect(found({ severity: 'medium' })).toEqual(all.filter((each) => !each.startsWith('low ')))
    expect(found({ severity: 'high' })).toEqual(high)
  })

  it('that are accepted do not count', () => {
    const [, name = ''] = high[0]!.split(' ')
    expect(found({ except: [name] })).toEqual(all.filter((each) => !each.endsWith(` ${name}`)))
  })
})
