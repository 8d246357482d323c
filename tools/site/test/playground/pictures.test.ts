import { expect, it } from 'vitest'
import { QuestionAnswerer } from '../../src/playground/engine/answer-question.ts'
import { PICTURES } from '../../src/playground/messages.ts'
import type {
  AnswerPart,
  ChangesPart,
  FilterQuestion,
  PageQuestion,
  PictureKind,
  PicturePart,
  ViewQuestion,
  WorkerAnswer,
} from '../../src/playground/messages.ts'

const PROFILE = JSON.stringify({
  defaultAction: 'SCMP_ACT_ERRNO',
  architectures: ['SCMP_ARCH_X86_64', 'SCMP_ARCH_X86'],
  syscalls: [
    { names: ['read', 'write', 'exit_group'], action: 'SCMP_ACT_ALLOW' },
    ...['socket', 'socketpair'].map((name) => ({
      names: [name],
      action: 'SCMP_ACT_ALLOW',
      args: [
        { index: 0, value: 1, op: 'SCMP_CMP_EQ' },
        { index: 1, value: 15, valueTwo: 1, op: 'SCMP_CMP_MASKED_EQ' },
      ],
    })),
  ],
})

const filter = (text: string, id: number = 1, more: Partial<FilterQuestion> = {}): FilterQuestion => ({
  kind: 'filter',
  id,
  text,
  abis: '',
  kernel: '',
  objective: 'uniform',
  pipeline: 'speed',
  ...more,
})
const picture = (other: PictureKind, more: Partial<ViewQuestion> = {}): ViewQuestion => ({
  kind: 'view',
  id: 2,
  view: 'picture',
  other,
  ...more,
})

interface Worker {
  readonly answers: readonly WorkerAnswer[]
  readonly ask: (question: PageQuestion) => Promise<void>
  readonly part: (question: ViewQuestion) => Promise<AnswerPart | undefined>
  readonly draw: (question: ViewQuestion) => Promise<PicturePart>
}

/** A Worker that has compiled `text`. */
async function worker(text: string = PROFILE, more: Partial<FilterQuestion> = {}): Promise<Worker> {
  const answers: WorkerAnswer[] = []
  const answering = new QuestionAnswerer({
    post: (answer) => answers.push(answer),
    pause: () => new Promise((resume) => setImmediate(resume)),
    now: () => 0,
  })
  const ask = (question: PageQuestion): Promise<void> => answering.answer(question)
  await ask(filter(text, 1, more))
  const part = async (question: ViewQuestion): Promise<AnswerPart | undefined> => {
    const before = answers.length
    await ask(question)
    const [answer] = answers.slice(before)
    return answer?.kind === 'view' ? answer.answer : undefined
  }
  return {
    answers,
    ask,
    part,
    draw: async (question) => {
      const found = await part(question)
      if (found?.part !== 'picture') throw new Error(`no picture: ${JSON.stringify(found)}`)
      return found
    },
  }
}

it('draws every kind, as the command does', async () => {
  const { draw } = await worker()
  for (const kind of PICTURES) {
    const { name, svg } = await draw(picture(kind))
    expect(name).toBe(kind)
    expect(svg, kind).toMatch(/^<svg [^]*data-theme="page"[^]*<\/svg>\n$/)
    expect(svg, kind).toContain(`id="pg-${kind}-title"`)
  }
})

it('draws no wider than the page asks, within bounds', async () => {
  const { draw } = await worker()
  const widthOf = async (width: number): Promise<number> =>
    Number(/ width="(\d+)"/.exec((await draw(picture('barcode', { width }))).svg)?.[1])
  expect([await widthOf(10), await widthOf(800), await widthOf(1e9)]).toEqual([640, 800, 1200])
})

it('marks the way of the typed call, and another way for another call', async () => {
  const { draw } = await worker()
  const said = async (kind: PictureKind, call: string): Promise<string | undefined> =>
    /The way of ([^<]*?)[.<]/.exec((await draw(picture(kind, { call }))).svg)?.[1]
  for (const kind of ['tree', 'graph', 'arcs'] as const) {
    expect(await said(kind, 'socket AF_UNIX SOCK_STREAM'), kind).toMatch(/SOCK_STREAM\): .*, then ALLOW/)
    expect(await said(kind, 'socket AF_INET'), kind).toMatch(/AF_INET\): .*, then ERRNO/)
    // A call of an ABI that the filter does not have.
    expect(await said(kind, 'aarch64:read'), kind).toMatch(/^aarch64 read\(\): .*, then KILL/)
    // Half of a word is no call yet.
    for (const call of ['', '  ', 'sock', 'socket AF_UN', 'x'.repeat(600)])
      expect(await said(kind, call), `${kind} ${call}`).toBeUndefined()
  }
})

it('offers the calls that have a plane, and follows the choice, then the typed call', async () => {
  const { draw } = await worker()
  const first = await draw(picture('plane'))
  expect(first.planes).toEqual(['socket', 'socketpair', 'x86:socket', 'x86:socketpair'])
  expect(first.plane).toBe('socket')
  const typed = await draw(picture('plane', { call: 'socketpair AF_UNIX SOCK_STREAM' }))
  expect(typed.plane).toBe('socketpair')
  expect(typed.svg).toContain('the witness')
  const chosen = await draw(picture('plane', { call: 'socketpair AF_UNIX', plane: 'x86:socket' }))
  expect(chosen.plane).toBe('x86:socket')
  expect(chosen.svg).toContain('socket on x86')
  expect(chosen.svg).not.toContain('the witness')
  expect((await draw(picture('plane', { plane: '<b>' }))).plane).toBe('socket')
})

it('says why there is no plane', async () => {
  const { draw } = await worker('preset:no-tracing', { abis: 'x86_64' })
  const { svg, why, planes } = await draw(picture('plane'))
  expect([svg, planes]).toEqual(['', undefined])
  expect(why).toBe('There is no plane to draw: the filter tests two arguments of no call.')
})

it('says why a raw filter has no waterfall', async () => {
  const { part } = await worker('06 00 00 00 00 00 ff 7f')
  expect(await part(picture('waterfall'))).toMatchObject({
    part: 'fault',
    of: 'picture',
    notes: [{ message: expect.stringContaining('is a raw filter, which no passes made') as string }],
  })
})

it('draws the waterfall of the pipeline that was chosen', async () => {
  const endOf = async (pipeline: FilterQuestion['pipeline']): Promise<string> => {
    const { draw, answers } = await worker(PROFILE, { pipeline })
    const made = answers.flatMap((answer) =>
      answer.kind === 'filter' && answer.answer.part === 'filter' ? [answer.answer] : [],
    )
    const { svg } = await draw(picture('waterfall'))
    expect(svg, pipeline).toContain(`: ${made[0]!.insns} instructions, `)
    return svg
  }
  expect(await endOf('list')).not.toBe(await endOf('speed'))
  expect(await endOf('libseccomp')).toContain('libseccomp-tree')
})

it('answers a newer question before a long picture is done, and leaves the picture out', async () => {
  const { ask, answers } = await worker()
  const before = answers.length
  const old = ask(picture('cost', { id: 10 }))
  const call = ask({ kind: 'call', id: 11, call: 'read' })
  const next = ask(picture('bitmap', { id: 12 }))
  await Promise.all([old, call, next])
  expect(answers.slice(before).map(({ id }) => id)).toEqual([11, 12])
})

it('leaves out a picture of a filter that has changed meanwhile', async () => {
  const { ask, answers } = await worker()
  const before = answers.length
  const old = ask(picture('cost', { id: 10 }))
  await Promise.all([old, ask(filter('preset:no-tracing', 11, { abis: 'x86_64' }))])
  expect(new Set(answers.slice(before).map(({ id }) => id))).toEqual(new Set([11]))
})

it('draws the barcodes of two filters, and what changes', async () => {
  const { part } = await worker()
  const changes = async (other: string): Promise<ChangesPart> => {
    const found = await part({ kind: 'view', id: 3, view: 'changes', other })
    if (found?.part !== 'changes') throw new Error('no changes')
    return found
  }
  const { summary, svg } = await changes(PROFILE.replace('"write",', ''))
  expect(summary).toBe('x86_64: 1 call stricter, the same on x86 (A → B)')
  expect(svg).toContain('From A to B: x86_64: 1 call stricter; x86: 1 call stricter')
  expect(svg).toContain('id="pg-difference-title"')
  expect((await changes(PROFILE)).svg).toBeUndefined()
})
