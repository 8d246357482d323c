import { OBJECTIVES as KNOWN_OBJECTIVES, pipelines } from '@seccompile/compiler'
import { presetNames } from '@seccompile/presets'
import { describe, expect, it } from 'vitest'
import { QuestionAnswerer } from '../../src/playground/engine/answer-question.ts'
import { OBJECTIVES, PIPELINES } from '../../src/playground/messages.ts'
import type { AnswerPart, FilterQuestion, PageQuestion, WorkerAnswer } from '../../src/playground/messages.ts'
import { EXAMPLES, PRESET_NAMES } from '../../src/playground/page/examples.ts'
import { languageOf } from '../../src/playground/page/language.ts'

function answering(): {
  readonly ask: (question: PageQuestion) => Promise<readonly WorkerAnswer[]>
  readonly answers: WorkerAnswer[]
} {
  const answers: WorkerAnswer[] = []
  const worker = new QuestionAnswerer({
    post: (answer) => answers.push(answer),
    pause: () => new Promise((resume) => setImmediate(resume)),
    now: () => 0,
  })
  return {
    answers,
    ask: async (question) => {
      const before = answers.length
      await worker.answer(question)
      return answers.slice(before)
    },
  }
}

const filter = (text: string, choices: Partial<FilterQuestion> = {}): FilterQuestion => ({
  kind: 'filter',
  id: 1,
  text,
  abis: '',
  kernel: '',
  objective: 'uniform',
  pipeline: 'speed',
  ...choices,
})

const partsOf = (answers: readonly WorkerAnswer[]): readonly AnswerPart[] =>
  answers.flatMap((answer) => ('answer' in answer ? [answer.answer] : []))

const part = <Name extends AnswerPart['part']>(
  answers: readonly WorkerAnswer[],
  name: Name,
): Extract<AnswerPart, { part: Name }> => {
  const found = partsOf(answers).find((each) => each.part === name)
  if (found === undefined) throw new Error(`no part "${name}"`)
  return found as Extract<AnswerPart, { part: Name }> // by the line above
}

const PROFILE = JSON.stringify({
  defaultAction: 'SCMP_ACT_ERRNO',
  syscalls: [
    { names: ['read', 'write', 'exit_group'], action: 'SCMP_ACT_ALLOW' },
    { names: ['socket'], action: 'SCMP_ACT_ALLOW', args: [{ index: 0, value: 1, op: 'SCMP_CMP_EQ' }] },
  ],
})

describe('an answer of the playground', () => {
  it('has the filter first, then findings, meaning, and every pipeline', async () => {
    const answers = await answering().ask(filter(PROFILE))
    expect(partsOf(answers).map((each) => each.part)).toEqual([
      'filter',
      'findings',
      'meaning',
      ...PIPELINES.map(() => 'rival'),
      'end',
    ])
    const made = part(answers, 'filter')
    expect(made.proof.kind).toBe('proved')
    expect(made.bytes).toHaveLength(8 * made.insns)
    expect(made.listing.join('\n')).toContain('A = family')
    expect(part(answers, 'meaning').text).toContain('ALLOW when (u64)family == AF_UNIX')
  })

  it('about calls is that of the last filter while a text has none', async () => {
    const { ask } = answering()
    await ask(filter(PROFILE))
    expect(part(await ask(filter('{ "defaultAction": ')), 'fault').of).toBe('filter')
    const [answer] = await ask({ kind: 'call', id: 2, call: 'read' })
    expect(answer).toMatchObject({ kind: 'call', verdict: 'ALLOW' })
  })

  it('names the calls in the IR after each pass, on each of its ABIs', async () => {
    const { ask } = answering()
    const abis = { abis: 'x86_64, x86, x32' }
    await ask(filter(PROFILE, abis))
    const { passes } = part(await ask({ kind: 'view', id: 2, view: 'passes', other: '' }), 'passes')
    const decisions = passes.filter(({ text }) => text.startsWith('n0: '))
    expect(decisions.length).toBeGreaterThan(1)
    for (const { text } of decisions) {
      const names = text.match(/nr (?:==|>=|>) [a-z]\w+/g) ?? []
      expect(names.length).toBeGreaterThan(3)
    }
  })

  it('has errors at their place, without the name of the file', async () => {
    const [fault] = part(await answering().ask(filter(PROFILE.replace('read', 'raed'))), 'filter').notes
    expect(fault).toMatchObject({ severity: 'high', line: 1 })
    const answers = await answering().ask(filter('{\n  "defaultAction": "SCMP_ACT_ALOW"\n}'))
    expect(part(answers, 'fault').notes).toEqual([
      expect.objectContaining({
        severity: 'error',
        line: 2,
        column: 20,
        message: expect.stringMatching(/^unknown action/),
      }),
    ])
  })

  it('has a raw filter as it is, and a better one that means the same', async () => {
    const answers = await answering().ask(
      filter(
        'ld [4]\njne #0xc000003e, bad\nld [0]\njeq #0, ok\njeq #1, ok\njeq #2, ok\njeq #3, ok\nbad: ret #0\nok: ret #0x7fff0000\n',
      ),
    )
    const filters = partsOf(answers).filter((each) => each.part === 'filter')
    expect(filters.map(({ proof }) => proof.kind)).toEqual(['given', 'proved'])
    expect(filters[1]!.insns).toBeLessThan(filters[0]!.insns)
    const rivals = partsOf(answers).filter((each) => each.part === 'rival')
    expect(rivals.map(({ name }) => name)).toEqual(['as given', 'speed', 'size', 'smallest'])
  })

  it('ends where a newer question comes', async () => {
    const { ask, answers } = answering()
    await Promise.all([ask(filter(PROFILE)), ask(filter(PROFILE, { id: 2 }))])
    const old = partsOf(answers.filter(({ id }) => id === 1))
    expect(old.filter((each) => each.part === 'end')).toEqual([])
    expect(partsOf(answers.filter(({ id }) => id === 2)).at(-1)?.part).toBe('end')
  })

  it('tells the verdict of a call, and what may be typed', async () => {
    const { ask } = answering()
    expect(await ask({ kind: 'call', id: 1, call: 'read' })).toEqual([
      { kind: 'call', id: 1, fault: 'there is no filter yet' },
    ])
    await ask(filter(PROFILE))
    for (const call of [
      'socket AF_UNIX',
      'socket(family=AF_UNIX, type=SOCK_STREAM)',
      'x86_64 socket 1',
      'x86_64:socket AF_UNIX',
    ])
      expect(await ask({ kind: 'call', id: 2, call })).toMatchObject([{ verdict: 'ALLOW' }])
    expect(await ask({ kind: 'call', id: 3, call: 'aarch64 socket AF_UNIX' })).toMatchObject([
      { verdict: 'KILL_THREAD' },
    ])
    expect(await ask({ kind: 'call', id: 4, call: 'sokcet' })).toMatchObject([
      { fault: expect.stringContaining('did you mean "socket"') },
    ])
    expect(await ask({ kind: 'completion', id: 5, call: 'socket AF_IN' })).toMatchObject([
      {
        texts: expect.arrayContaining(['socket AF_INET', 'socket AF_INET6']),
        usage: 'socket(int family, int type, int protocol)',
      },
    ])
    expect(await ask({ kind: 'completion', id: 5, call: 's390x clone CLONE_NEWU' })).toMatchObject([
      {
        texts: expect.arrayContaining(['s390x clone CLONE_NEWUTS']),
        usage: expect.stringContaining('clone_flags, unsigned long newsp'),
      },
    ])
    expect(await ask({ kind: 'completion', id: 6, call: 'sock' })).toMatchObject([
      { texts: ['socket', 'socketpair'] },
    ])
  })

  it('has passes and differences where they are asked for', async () => {
    const { ask } = answering()
    await ask(filter(PROFILE))
    const passes = part(await ask({ kind: 'view', id: 2, view: 'passes', other: '' }), 'passes')
    expect(passes.passes.map(({ title }) => title)).toEqual(
      expect.arrayContaining(['the rules', 'bst', 'lower']),
    )
    const changes = part(
      await ask({ kind: 'view', id: 4, view: 'changes', other: PROFILE.replace('"write",', '') }),
      'changes',
    )
    expect(changes.summary).toBe('x86_64: 1 call stricter (A → B)')
    const fault = part(await ask({ kind: 'view', id: 5, view: 'changes', other: '{' }), 'fault')
    expect(fault.of).toBe('changes')
  })

  it('can be given to every example but the one with a mistake', async () => {
    for (const { title, text, call } of EXAMPLES) {
      if (languageOf(text) === 'typescript') continue // the Worker gets what such a policy makes, not its text
      const { ask } = answering()
      const parts = partsOf(await ask(filter(text)))
      expect([title, parts[0]?.part]).toEqual([title, title.includes('mistake') ? 'fault' : 'filter'])
      if (call !== '')
        expect(await ask({ kind: 'call', id: 2, call })).toMatchObject([{ steps: expect.any(Number) }])
    }
  })
})

describe('the words of the playground', () => {
  it('are those of the compiler and of the presets', () => {
    expect(PRESET_NAMES).toEqual(presetNames)
    expect(OBJECTIVES).toEqual(Object.keys(KNOWN_OBJECTIVES))
    expect(PIPELINES).toEqual([...Object.keys(pipelines), 'libseccomp'])
  })
})
