/*
 * The text form of a pipeline: names with commas between them, and `fixpoint(…)` around a list that is
 * repeated.
 *
 *   list  = item *( "," item )
 *   item  = name | "fixpoint(" list ")"
 *
 * Names are looked up in a list that the caller gives; there is no registry.
 */
import { expectList, expectObject, expectText } from '@seccompile/shape'
import { fixpointOf, pipelineOf } from './pipeline.ts'
import { PassError } from './pass-error.ts'
import type { AnyPass } from './pass.ts'

/** Longest text that is read: a hundred times the length of any sensible one. */
const MAX_TEXT = 16_384
const MAX_NESTING = 16

/** The text form of `pass`: its name, or the text form of its parts. `parsePipeline` reads it back. */
export function pipelineText(pass: AnyPass): string {
  expectObject(pass, 'pass', 'name')
  if (pass.parts === undefined) return pass.name
  const inner = pass.parts.map(pipelineText).join(',')
  return pass.repeats === true ? `fixpoint(${inner})` : inner
}

/**
 * The pipeline that `text` describes; `passes` are the passes that it may name. Spaces around names are
 * ignored.
 * @throws PassError `E_PIPELINE`, with the place in the text, where a name is unknown, brackets do not match, or
 *   levels do not meet
 */
export function parsePipeline(text: string, passes: readonly AnyPass[]): AnyPass {
  expectText(text, 'text')
  expectList(passes, 'passes', 'name', 'from', 'to', 'run')
  const byName = new Map(passes.map((pass) => [pass.name, pass]))
  let at = 0
  const fail = (message: string): PassError => new PassError('E_PIPELINE', `passes:${at + 1}`, message)
  if (text.length > MAX_TEXT) throw fail(`text has ${text.length} characters; at most ${MAX_TEXT} are read`)

  const list = (depth: number): readonly AnyPass[] => {
    if (depth > MAX_NESTING) throw fail(`fixpoint nests deeper than ${MAX_NESTING}`)
    const items = [item(depth)]
    while (text[at] === ',') {
      at += 1
      items.push(item(depth))
    }
    return items
  }
  const item = (depth: number): AnyPass => {
    const name = /[^,()]*/y
    name.lastIndex = at
    const word = name.exec(text)?.[0] ?? ''
    const trimmed = word.trim()
    if (trimmed === 'fixpoint' && text[at + word.length] === '(') {
      at += word.length + 1
      const inner = list(depth + 1)
      if (text[at] !== ')')
        throw fail(`expected ")" or ","; got ${at < text.length ? `"${text[at]!}"` : 'the end'}`)
      at += 1
      at += /\s*/y.exec(text.slice(at))?.[0].length ?? 0
      return fixpointOf(inner)
    }
    const pass = byName.get(trimmed)
    if (pass === undefined) {
      const what = trimmed === '' ? 'expected the name of a pass' : `unknown pass "${trimmed.slice(0, 64)}"`
      throw fail(`${what}; known: ${[...byName.keys()].join(', ')}`)
    }
    at += word.length
    return pass
  }

  const items = list(0)
  if (at < text.length) throw fail(`expected "," or the end; got "${text[at]!}"`)
  return pipelineOf('pipeline', items)
}
