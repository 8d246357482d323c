import { arg, policy } from '@seccompile/policy'
import type { Policy } from '@seccompile/policy'
import { describe, expect, it } from 'vitest'
import { QuestionAnswerer } from '../../src/playground/engine/answer-question.ts'
import type { FilterQuestion, ViewQuestion, WorkerAnswer } from '../../src/playground/messages.ts'
import { MAX_POLICY } from '../../src/playground/sandbox/outcome.ts'
import { policyText } from '../../src/playground/sandbox/policy-text.ts'

const TEXT = 'export default 1'
const source = { file: 'policy.ts', line: 4, column: 3 }
const SOCKETS = policy({ abis: ['x86_64'], default: 'allow' }).deny('socket', arg(0).eq(2n))
const { defaultAction, rules } = SOCKETS
const typedWith = (own: Policy['rules']): string =>
  policyText({ defaultAction, abis: ['x86_64'], rules: own })
const TYPED = typedWith(rules.map((rule) => ({ ...rule, source })))

const question = (typed: string): FilterQuestion => ({
  kind: 'filter',
  id: 1,
  text: TEXT,
  typed,
  abis: '',
  kernel: '',
  objective: 'uniform',
  pipeline: 'speed',
})

/** The parts of the answers to questions, one after the other. */
async function answers(
  ...questions: readonly (FilterQuestion | ViewQuestion)[]
): Promise<readonly unknown[]> {
  const all: WorkerAnswer[] = []
  const worker = new QuestionAnswerer({
    post: (answer) => all.push(answer),
    pause: () => new Promise((resume) => setImmediate(resume)),
    now: () => 0,
  })
  for (const each of questions) await worker.answer(each)
  return all.flatMap((each) => ('answer' in each ? [each.answer] : []))
}

describe('a policy that came out of the sandbox', () => {
  it('becomes a proved filter, with a warning at the line of its rule', async () => {
    const [filter] = await answers(question(TYPED))
    expect(filter).toMatchObject({
      part: 'filter',
      source: 'policy in TypeScript',
      abis: ['x86_64'],
      proof: { kind: 'proved' },
      notes: [{ name: 'width-gap', severity: 'high', line: 4, column: 3, message: expect.stringMatching(/runs past args\[0\] == 2$/) }], // prettier-ignore
    })
  })

  it('is compared with another', async () => {
    const other = typedWith([])
    const view = { kind: 'view', id: 2, view: 'changes', other: TEXT, typed: other } as const
    const found = await answers(question(TYPED), view)
    expect(found.at(-1)).toMatchObject({ summary: 'x86_64: 1 call weaker for some arguments (A → B)' })
  })

  it.each([
    ['no JSON', '{'],
    ['deep JSON', '['.repeat(200_000)],
    ['no policy', '{"rules":[]}'],
    ['a key of every object', `{"__proto__":{"harmed":1},${TYPED.slice(1)}`],
    ['a long text', ' '.repeat(MAX_POLICY + 1)],
  ])('is refused where it is %s', async (_title, typed) => {
    const [first] = await answers(question(typed))
    expect(first).toMatchObject({ part: 'fault', of: 'filter', notes: [{ severity: 'error' }] })
    expect({}).not.toHaveProperty('harmed')
  })
})
