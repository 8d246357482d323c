/*
 * The source of a preset in the editor: the policy in TypeScript that the preset is.
 *
 * The text of the editor is the source. While it is unchanged, the page asks the Worker about `preset:NAME`, which means
 * the same: nothing of TypeScript is loaded, and no script runs. A link holds `preset:NAME`, which is short.
 */
import type { SourceAnswer } from '../messages.ts'
import { PRESET_NAMES } from './examples.ts'

const PRESET = /^preset:\s*(\S+)$/

/** The source of the preset that was opened last. */
export interface PresetSource {
  /** Asks for the source where `text` names a preset, and yields whether it does. */
  readonly open: (text: string) => boolean
  /** `preset:NAME` where `text` is the source of the preset; `text` itself otherwise. */
  readonly short: (text: string) => string
  /** Takes the source. */
  readonly hear: (answer: SourceAnswer) => void
}

/** The functions of the page that the source of a preset needs. */
export interface PresetSourceAsks {
  readonly ask: (preset: string) => void
  /** Puts the source into the editor. */
  readonly put: (text: string) => void
}

/** A page without a preset. */
export function presetSource({ ask, put }: PresetSourceAsks): PresetSource {
  let wanted: string | undefined
  let shown: SourceAnswer | undefined
  return {
    open: (text) => {
      const [, name = ''] = PRESET.exec(text.trim()) ?? []
      wanted = PRESET_NAMES.includes(name) ? name : undefined
      if (wanted !== undefined) ask(wanted)
      return wanted !== undefined
    },
    short: (text) => (shown !== undefined && shown.text === text ? `preset:${shown.preset}\n` : text),
    hear: (answer) => {
      if (answer.preset !== wanted) return
      shown = answer
      put(answer.text)
    },
  }
}
