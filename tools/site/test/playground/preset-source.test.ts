import { compile } from '@seccompile/compiler'
import { policyAbis } from '@seccompile/policy'
import type { Policy } from '@seccompile/policy'
import * as door from 'seccompile'
import { runInNewContext } from 'node:vm'
import ts from 'typescript-6.0'
import { describe, expect, it } from 'vitest'
import { tablesOf } from '../../src/playground/engine/abi-tables.ts'
import { QuestionAnswerer } from '../../src/playground/engine/answer-question.ts'
import { presetOf } from '../../src/playground/engine/read-text.ts'
import type { SourceAnswer, WorkerAnswer } from '../../src/playground/messages.ts'
import { PRESET_NAMES } from '../../src/playground/page/examples.ts'
import { languageOf } from '../../src/playground/page/language.ts'
import { presetSource } from '../../src/playground/page/preset-source.ts'

async function sourceOf(preset: string): Promise<string> {
  const answers: WorkerAnswer[] = []
  const worker = new QuestionAnswerer({
    post: (answer) => answers.push(answer),
    pause: () => Promise.resolve(),
    now: () => 0,
  })
  await worker.answer({ kind: 'source', id: 1, preset })
  const [answer] = answers
  return answer?.kind === 'source' ? answer.text : ''
}

/** The policy that a script exports. */
function exported(source: string): Policy {
  const { outputText } = ts.transpileModule(source, { compilerOptions: { module: ts.ModuleKind.CommonJS } })
  const exports: { default?: Policy } = {}
  runInNewContext(outputText, { exports, require: () => door })
  return exports.default!
}

async function bytesOf(policy: Policy): Promise<string> {
  const [first, ...others] = await tablesOf(policyAbis(policy))
  return Buffer.from(compile(policy, { abis: [first!, ...others] }).bytes).toString('hex')
}

describe('the source of a preset', () => {
  it.each(PRESET_NAMES)('is a policy in TypeScript with the filter of the preset: %s', async (name) => {
    const source = await sourceOf(name)
    expect(languageOf(source)).toBe('typescript')
    expect(await bytesOf(exported(source))).toBe(await bytesOf(await presetOf(name)))
  })

  it('is put into the editor, and stands for the name while it is unchanged', () => {
    const asked: string[] = []
    const put: string[] = []
    const preset = presetSource({ ask: (name) => asked.push(name), put: (text) => put.push(text) })
    const answer = (name: string): SourceAnswer => ({
      kind: 'source',
      id: 1,
      preset: name,
      text: `of ${name}`,
    })
    expect(preset.open('{}')).toBe(false)
    expect(preset.open('preset:no-such')).toBe(false)
    expect(preset.open('preset:no-network+no-tracing')).toBe(false)
    expect(preset.open(' preset:no-network\n')).toBe(true)
    expect(preset.open('preset:no-tracing')).toBe(true)
    preset.hear(answer('no-network')) // a newer question replaced the question
    preset.hear(answer('no-tracing'))
    expect([asked, put]).toEqual([['no-network', 'no-tracing'], ['of no-tracing']])
    expect(preset.short('of no-tracing')).toBe('preset:no-tracing\n')
    expect(preset.short('of no-tracing ')).toBe('of no-tracing ')
  })

  it('is not put in after another text was opened', () => {
    const put: string[] = []
    const preset = presetSource({ ask: () => {}, put: (text) => put.push(text) })
    preset.open('preset:no-network')
    preset.open('{}')
    preset.hear({ kind: 'source', id: 1, preset: 'no-network', text: 'late' })
    expect(put).toEqual([])
  })
})
