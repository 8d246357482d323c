/// <reference lib="dom" />
/* The bar of the playground: it begins with an example or a file, copies the link, and saves the filter. */
import { el } from './element.ts'
import { EXAMPLES, PRESET_NAMES } from './examples.ts'
import { fileText, MAX_FILE } from './file-text.ts'
import { saveFile } from './save-file.ts'

/** The bar as the page sees it. */
export interface Toolbar {
  readonly element: HTMLElement
  /** Reads a file into the editor. */
  readonly open: (file: File | undefined) => Promise<void>
  readonly canSave: (is: boolean) => void
  readonly canCopy: (is: boolean) => void
}

/** The functions of the page that the bar calls. */
export interface ToolbarAsks {
  /** Puts a text into the editor, and a call into the emulator. The text is an example, or comes from a file. */
  readonly begin: (text: string, call: string, isFile: boolean) => void
  readonly say: (message: string) => void
  /** Writes the state into the address. */
  readonly write: () => Promise<void>
  /** The filter; absent where there is none. */
  readonly bytes: () => Uint8Array | undefined
}

/** The choice of an example or a file to begin with. */
function beginning(begin: ToolbarAsks['begin']): HTMLSelectElement {
  const choice = el(
    'select',
    {
      id: 'pg-begin',
      'aria-label': 'Begin with',
      change: () => {
        const { value } = choice
        if (value === '') return
        choice.value = ''
        const example = EXAMPLES[Number(value)]
        if (example !== undefined) begin(example.text, example.call, false)
        else begin(`${value}\n`, '', false)
      },
    },
    el('option', { value: '' }, 'Begin with…'),
    el(
      'optgroup',
      { label: 'Examples' },
      ...EXAMPLES.map(({ title }, i) => el('option', { value: i }, title)),
    ),
    el(
      'optgroup',
      { label: 'Presets' },
      ...PRESET_NAMES.map((name) => el('option', { value: `preset:${name}` }, name)),
    ),
  )
  return choice
}

/** A bar. */
export function toolbar({ begin, say, write, bytes }: ToolbarAsks): Toolbar {
  const open = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return
    if (file.size > MAX_FILE) say(`The file has ${file.size} bytes; at most ${MAX_FILE} are read here.`)
    else begin(fileText(new Uint8Array(await file.arrayBuffer())), '', true)
  }
  const chooser = el('input', {
    type: 'file',
    id: 'pg-file',
    class: 'pg-hidden',
    tabindex: -1,
    'aria-hidden': 'true',
    change: () => {
      void open(chooser.files?.[0])
      chooser.value = ''
    },
  })
  const copyLink = async (): Promise<void> => {
    await write()
    try {
      await navigator.clipboard.writeText(location.href)
      say('The link is copied.')
    } catch {
      say('The link is the address of this page.') // the browser refuses access to the clipboard
    }
  }
  const copy = el('button', { type: 'button', click: () => void copyLink() }, 'Copy link')
  const save = el(
    'button',
    {
      type: 'button',
      disabled: true,
      click: () => {
        const filter = bytes()
        if (filter !== undefined) saveFile(new Blob([filter.slice()]), 'filter.bpf')
      },
    },
    'Download filter',
  )
  const choose = el('button', { type: 'button', click: () => chooser.click() }, 'Open file')
  return {
    element: el('div', { class: 'pg-bar' }, beginning(begin), choose, chooser, copy, save),
    open,
    canSave: (is) => {
      save.disabled = !is
    },
    canCopy: (is) => {
      copy.disabled = !is
      copy.title = is ? '' : 'The text is too long for a link'
    },
  }
}
