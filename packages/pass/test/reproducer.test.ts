import { arbitraryProgram } from '@seccompile/cbpf/arbitrary'
import { arbitraryDecision } from '@seccompile/decision/arbitrary'
import { arbitraryRuleSet } from '@seccompile/rules/arbitrary'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  fixpoint,
  parsePipeline,
  parseReproducer,
  pipeline,
  printReproducer,
  reproducer,
  runPass,
  verifyEach,
} from '@seccompile/pass'
import type { AnyPass, Reproducer } from '@seccompile/pass'
import { dropLast, failing, input, keep, restless } from './example-passes.ts'

/** The texts of the reproducers that running `pass` writes, and what it threw. */
function failure(pass: AnyPass, target = {}): { readonly texts: readonly string[]; readonly error: unknown } {
  const texts: string[] = []
  const instruments = [verifyEach(), reproducer({ write: (text) => texts.push(text), target })]
  try {
    runPass(pass, input, { endianness: 'big', insnCost: 3, instruments })
    return { texts, error: undefined }
  } catch (error) {
    return { texts, error }
  }
}

describe('reproducer', () => {
  it('hands over the pass that threw and what that pass was given', () => {
    const { texts, error } = failure(pipeline('whole', [dropLast, failing, keep]), { abis: ['x86_64'] })
    expect(texts).toHaveLength(1)
    const repro = parseReproducer(texts[0]!)
    expect(repro).toMatchObject({
      passes: 'failing',
      error: 'lost',
      level: 'rules',
      endianness: 'big',
      insnCost: 3,
      target: { abis: ['x86_64'] },
    })
    const { before } = error as { before: unknown }
    expect(repro.ir).toEqual(before)
    expect(repro.ir).not.toEqual(input)
  })

  it('fails again, the same way', () => {
    const { texts, error } = failure(pipeline('whole', [dropLast, failing]))
    const { passes, ir, endianness, insnCost } = parseReproducer(texts[0]!)
    expect(() => runPass(parsePipeline(passes, [failing]), ir, { endianness, insnCost })).toThrow(
      (error as Error).message,
    )
  })

  it('keeps how hard the search was to be, and how long a path', () => {
    const texts: string[] = []
    const instruments = [reproducer({ write: (text) => texts.push(text) })]
    expect(() => runPass(failing, input, { effort: 'max', maxPath: 12, instruments })).toThrow('lost')
    expect(parseReproducer(texts[0]!)).toMatchObject({ effort: 'max', maxPath: 12 })
  })

  it('knows a pass whose output another instrument refused', () => {
    const breaking = { ...keep, name: 'breaking', run: () => ({ ...input, badArch: -1 }) }
    const { texts } = failure(pipeline('whole', [keep, breaking]))
    expect(parseReproducer(texts[0]!)).toMatchObject({
      passes: 'breaking',
      error: expect.stringContaining('yields malformed IR') as string,
    })
  })

  it('takes a fixpoint that does not settle for the pass that failed', () => {
    const { texts } = failure(pipeline('whole', [dropLast, fixpoint([keep, restless])]))
    expect(parseReproducer(texts[0]!).passes).toBe('fixpoint(keep,restless)')
  })

  it('hands over one for each run that fails', () => {
    const texts: string[] = []
    const instruments = [reproducer({ write: (text) => texts.push(text) })]
    for (const pass of [failing, keep, fixpoint([keep, restless])])
      try {
        runPass(pipeline('whole', [pass]), input, { instruments })
      } catch {
        // Only the texts matter here, not the error.
      }
    expect(texts.map((text) => parseReproducer(text).passes)).toEqual(['failing', 'fixpoint(keep,restless)'])
  })

  it('writes nothing while nothing fails', () => {
    expect(failure(pipeline('whole', [dropLast, keep]))).toEqual({ texts: [], error: undefined })
  })
})

describe('the text of a reproducer', () => {
  const context = {
    passes: fc.constantFrom('keep', 'fixpoint(a,b)'),
    error: fc.string(),
    endianness: fc.constantFrom('little' as const, 'big' as const),
    insnCost: fc.constantFrom(0, 1, 0.5),
    argInsnCost: fc.constantFrom(0, 2),
    effort: fc.constantFrom('default' as const, 'max' as const),
    maxPath: fc.constantFrom(Infinity, 12),
    target: fc.constantFrom({}, { abis: ['x86_64', 'x86'] }),
  }
  const arbitrary: fc.Arbitrary<Reproducer> = fc.oneof(
    fc.record({ ...context, level: fc.constant('rules' as const), ir: arbitraryRuleSet() }),
    fc.record({ ...context, level: fc.constant('decision' as const), ir: arbitraryDecision() }),
    fc.record({ ...context, level: fc.constant('program' as const), ir: arbitraryProgram() }),
  )

  it('reads back as what was written', () => {
    fc.assert(
      fc.property(arbitrary, (repro) => {
        const text = printReproducer(repro)
        const back = parseReproducer(text)
        expect(printReproducer(back)).toBe(text)
        expect(back).toEqual(repro)
      }),
    )
  })

  it('has a line for each rule, which an editor can take out', () => {
    const text = printReproducer({
      passes: 'keep',
      error: 'lost',
      level: 'rules',
      ir: input,
      endianness: 'little',
      insnCost: 0,
      argInsnCost: 0,
      effort: 'default',
      maxPath: Infinity,
      target: {},
    })
    expect(text).toMatchInlineSnapshot(`
      "{
        "reproducer": 1,
        "passes": "keep",
        "error": "lost",
        "endianness": "little",
        "insnCost": 0,
        "target": {},
        "level": "rules",
        "ir": {
          "sections": [
            {
              "arch": 3221225534,
              "rules": [
                {"numbers":[[0,0]],"when":{"all":[]},"verdict":2147418112},
                {"numbers":[[1,1]],"when":{"all":[]},"verdict":2147418112},
                {"numbers":[[2,2]],"when":{"all":[]},"verdict":2147418112}
              ],
              "otherwise": 0
            }
          ],
          "badArch": 0
        }
      }
      "
    `)
  })

  const good = JSON.parse(
    printReproducer({
      passes: 'keep',
      error: '',
      level: 'rules',
      ir: input,
      endianness: 'little',
      insnCost: 0,
      argInsnCost: 0,
      effort: 'default',
      maxPath: Infinity,
      target: {},
    }),
  ) as object
  const refusal = (text: string): string => {
    try {
      return parseReproducer(text, { file: 'f.json' }).passes
    } catch (error) {
      return (error as Error).message
    }
  }
  it.each([
    ['', 'f.json: is not JSON'],
    ['[]', 'f.json: is no reproducer: it has no field "reproducer"'],
    ['null', 'f.json: is no reproducer'],
    ['{"__proto__": {"reproducer": 1}}', 'f.json: is no reproducer'],
    [
      JSON.stringify({ ...good, reproducer: 2 }),
      'f.json: is a reproducer of version 2; version 1 is read here',
    ],
    [JSON.stringify({ ...good, passes: ['keep'] }), 'f.json: "passes": expected the text of a pipeline'],
    [JSON.stringify({ ...good, error: 1 }), 'f.json: "error": expected text'],
    [JSON.stringify({ ...good, level: 'bytes' }), 'f.json: "level": expected rules, decision, program'],
    [JSON.stringify({ ...good, level: 'constructor' }), 'f.json: "level": expected rules, decision, program'],
    [JSON.stringify({ ...good, endianness: 'middle' }), 'f.json: "endianness": expected "little" or "big"'],
    [JSON.stringify({ ...good, insnCost: -1 }), 'f.json: "insnCost": expected a number, 0 or more'],
    [JSON.stringify({ ...good, argInsnCost: '1' }), 'f.json: "argInsnCost": expected a number, 0 or more'],
    [JSON.stringify({ ...good, effort: 'more' }), 'f.json: "effort": expected "default" or "max"'],
    [JSON.stringify({ ...good, maxPath: -1 }), 'f.json: "maxPath": expected a number, 0 or more'],
    [JSON.stringify({ ...good, maxPath: null }), 'f.json: "maxPath": expected a number, 0 or more'],
    [JSON.stringify({ ...good, target: [] }), 'f.json: "target": expected an object'],
    [
      JSON.stringify({ ...good, ir: [] }),
      'f.json: "ir": rules:rules: expected an object; got a list of 0 (J1)',
    ],
  ])('%.40s is refused: %s', (text, message) => {
    expect(() => parseReproducer(text, { file: 'f.json' })).toThrow(
      expect.objectContaining({
        name: 'PassError',
        code: 'E_REPRODUCER',
        message: expect.stringContaining(message) as string,
      }),
    )
  })

  it.each([
    ['{"passes":\n\0\u001b[31m\u009b,', 'is not JSON'],
    [`{"reproducer": "${'\u202e\u009b'.repeat(10_000)}"}`, 'is a reproducer of version "'],
    [JSON.stringify({ ...good, ir: { ['\u009b'.repeat(10_000)]: 1 } }), '"ir": '],
  ])('%.20j is refused on one short line that steers no terminal', (text, message) => {
    const said = refusal(text)
    expect(said).toContain(message)
    expect(said.length).toBeLessThan(500)
    expect(said).not.toMatch(/[\p{Cc}\u202e]/u)
  })
})
