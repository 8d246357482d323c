import { describe, expect, it } from 'vitest'
import { fixpoint, pipeline, runPass, verifyEach } from '@seccompile/pass'
import type { Instrument, PassContext, PassRunOptions } from '@seccompile/pass'
import { dropLast, failing, forget, input, keep } from './example-passes.ts'

describe('the hook skip', () => {
  const skipAll: Instrument = { skip: () => true }

  it('leaves a pass out, of which nobody hears', () => {
    const heard: string[] = []
    const log: Instrument = {
      before: ({ pass }) => heard.push(pass.name),
      after: ({ pass }) => heard.push(pass.name),
    }
    expect(runPass(dropLast, input, { instruments: [log, skipAll] })).toBe(input)
    expect(heard).toEqual([])
  })

  it('is asked of each optional pass, and of no other', () => {
    const asked: string[] = []
    const instruments: Instrument[] = [
      skipAll,
      { skip: ({ pass }) => asked.push(pass.name) < 0 }, // also after another has said yes
    ]
    const required = { ...keep, name: 'required', required: true as const }
    runPass(pipeline('p', [required, fixpoint([dropLast]), keep, forget]), input, { instruments })
    expect(asked).toEqual(['drop-last', 'keep'])
  })
})

describe('a hook that throws', () => {
  it('something of its own ends the run with just that, and no pass has failed', () => {
    const full = new Error('disk full')
    const failed: string[] = []
    const instruments: Instrument[] = [
      {
        after: () => {
          throw full
        },
        failed: ({ pass }) => failed.push(pass.name),
      },
    ]
    expect(() => runPass(pipeline('p', [pipeline('q', [keep])]), input, { instruments })).toThrow(full)
    expect(failed).toEqual([])
  })

  it('a PassError has failed the pass', () => {
    const breaking = { ...keep, name: 'breaking', run: () => ({ ...input, badArch: -1 }) }
    const failed: string[] = []
    const instruments: Instrument[] = [verifyEach(), { failed: ({ pass }) => failed.push(pass.name) }]
    expect(() => runPass(breaking, input, { instruments })).toThrow('breaking: yields malformed IR')
    expect(failed).toEqual(['breaking'])
  })

  it('in failed hides what failed, and says what it is', () => {
    const instruments: Instrument[] = [
      {
        failed: () => {
          throw new RangeError('no place for it')
        },
      },
    ]
    expect(() => runPass(pipeline('p', [failing]), input, { instruments })).toThrow(RangeError)
  })
})

it('tells events what an instruction costs', () => {
  const costs: number[] = []
  runPass(keep, input, { insnCost: 7, instruments: [{ before: ({ insnCost }) => costs.push(insnCost) }] })
  expect(costs).toEqual([7])
})

describe('what a run shares between its passes', () => {
  const contextOf = (options: PassRunOptions): PassContext => {
    let found: PassContext | undefined
    runPass({ ...keep, run: (ir, context) => ((found = context), ir) }, input, options)
    return found!
  }

  it('is an ordinary search without a bound on paths, unless told', () => {
    expect(contextOf({})).toMatchObject({ effort: 'default', maxPath: Infinity, insnCost: 0 })
    expect(contextOf({ effort: 'max', maxPath: 9 })).toMatchObject({ effort: 'max', maxPath: 9 })
  })

  it('weighs ranges by their width, what is denied a small part of that, unless told', () => {
    const { weigh } = contextOf({})
    const numbers = { lo: 3, hi: 6 }
    expect([weigh(0, numbers, 'allow'), weigh(0, numbers, 'ask'), weigh(0, numbers, 'deny')]).toEqual([
      4,
      4,
      4 * 2 ** -15,
    ])
    expect(weigh(0, { lo: 0, hi: 0xffff_ffff }, 'allow')).toBe(1024)
  })
})
