/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/*
 * The state of the page as the hash of its address: JSON, deflated, in base64url, after `#p=`.
 *
 * A hash is never sent to a server. It may come from anybody: its length is bounded before and after it is inflated, and
 * every field is read by its type.
 */
import { OBJECTIVES, PICTURES, PIPELINES } from '../messages.ts'
import type { Choices, PictureKind } from '../messages.ts'
import { EXAMPLES } from './examples.ts'

/** The parts of the answer that have a tab. */
export const TABS = ['findings', 'meaning', 'pictures', 'listing', 'compare', 'passes', 'difference'] as const
/** One of {@link TABS}. */
export type Tab = (typeof TABS)[number]

/** The state of the page. */
export interface PageState extends Choices {
  readonly text: string
  readonly tab: Tab
  /** The call in the emulator. */
  readonly call: string
  /** The text to compare with. */
  readonly other: string
  /** The kind of the picture. */
  readonly picture: PictureKind
}

/** The state of a page without a text. A link names only what differs from it. */
export const EMPTY: PageState = {
  text: '',
  abis: '',
  kernel: '',
  objective: 'uniform',
  pipeline: 'speed',
  tab: 'findings',
  call: '',
  other: '',
  picture: 'tree',
}

const [{ text: firstText, call: firstCall }] = EXAMPLES

/** The state of a page that is opened without a link: the first example, with its call. Its address has no hash. */
export const OPENING: PageState = { ...EMPTY, text: firstText, call: firstCall }

const PREFIX = '#p='
/** Most characters of a hash that is written; browsers and messengers cut longer addresses. */
export const MAX_HASH = 30_000
/** Most characters of a hash that is read. */
const MAX_READ = 200_000
/** Most bytes of the state. */
const MAX_BYTES = 1024 * 1024 + 10_000

/** The bytes that come out of `stream`, at most {@link MAX_BYTES}. @throws RangeError for more */
async function collected(stream: ReadableStream<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const reader = stream.getReader()
  const chunks: Uint8Array[] = []
  let length = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    length += value.length
    if (length > MAX_BYTES) {
      await reader.cancel()
      throw new RangeError('the state is too large')
    }
    chunks.push(value)
  }
  const all = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    all.set(chunk, at)
    at += chunk.length
  }
  return all
}

const through = (
  bytes: Uint8Array<ArrayBuffer>,
  transform: CompressionStream | DecompressionStream,
): Promise<Uint8Array> => collected(new Blob([bytes]).stream().pipeThrough(transform))

const toBase64 = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) =>
    character.charCodeAt(0),
  )

/** The fields of `state` that differ from those of `other`. */
const changes = (state: PageState, other: PageState): readonly (readonly [string, string])[] =>
  Object.entries(state).filter(([key, value]) => other[key as keyof PageState] !== value)

/** The hash of `state`; `undefined` where it would be too long for a link, empty for {@link OPENING}. */
export async function hashOf(state: PageState): Promise<string | undefined> {
  if (changes(state, OPENING).length === 0) return ''
  const changed = changes(state, EMPTY)
  const bytes = new TextEncoder().encode(JSON.stringify(Object.fromEntries(changed)))
  if (bytes.length > MAX_BYTES) return undefined
  const hash = PREFIX + toBase64(await through(bytes, new CompressionStream('deflate-raw')))
  return hash.length > MAX_HASH ? undefined : hash
}

function readState(json: unknown): PageState {
  const fields = new Map(typeof json === 'object' && json !== null ? Object.entries(json) : [])
  const text = (key: keyof PageState, most: number): string => {
    const value: unknown = fields.get(key)
    return typeof value === 'string' ? value.slice(0, most) : EMPTY[key]
  }
  const word = <Word extends string>(key: keyof PageState, words: readonly Word[], other: Word): Word =>
    words.find((known) => known === fields.get(key)) ?? other
  return {
    text: text('text', MAX_BYTES),
    abis: text('abis', 300),
    kernel: text('kernel', 30),
    objective: word('objective', OBJECTIVES, EMPTY.objective),
    pipeline: word('pipeline', PIPELINES, EMPTY.pipeline),
    tab: word('tab', TABS, EMPTY.tab),
    call: text('call', 500),
    other: text('other', MAX_BYTES),
    picture: word('picture', PICTURES, EMPTY.picture),
  }
}

/** Whether `hash` is meant to hold a state. */
export const isLink = (hash: string): boolean => hash.startsWith(PREFIX)

/** The state in a hash; `undefined` for another hash, or a broken one. */
export async function stateOf(hash: string): Promise<PageState | undefined> {
  if (!isLink(hash) || hash.length > MAX_READ) return undefined
  try {
    const bytes = await through(fromBase64(hash.slice(PREFIX.length)), new DecompressionStream('deflate-raw'))
    return readState(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)))
  } catch {
    return undefined // the link is cut, or was not made by this page
  }
}
