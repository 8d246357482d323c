/*
 * The code of the bundle in the form that Node loads fastest.
 *
 * - ASCII. Node copies a file of ASCII, and decodes any other. V8 keeps a file with one character beyond Latin-1 in two bytes a
 *   character. So such characters become escapes.
 * - No `import` of a module of Node. To make the namespace, Node reads each export of the module, and some exports are getters
 *   that load more of Node: `import 'node:fs'` loads streams and promises. `process.getBuiltinModule()` reads nothing.
 * - No template that is one text. V8 keeps the text of a template twice, as it is written and as it is meant. Tables are 300 KB of text.
 */
import { RolldownMagicString } from 'rolldown'
import { Visitor } from 'rolldown/utils'

/** Where an escape would be another text: behind a backslash, and in a raw template. */
const NOT_ESCAPABLE = /\\[\u0080-\uffff]|String\.raw`[^`]*[\u0080-\uffff]/
const IMPORT = /^import \{ ([^}]*) \} from ("node:[^"]+");$/gm

/** Where a module may have a text of a table. */
const LONG_TEMPLATE = /`[^`]{200}/

const escaped = (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`

const taken = (_, names, module) =>
  `const { ${names.replaceAll(' as ', ': ')} } = process.getBuiltinModule(${module});`

/** A plugin of rolldown. */
export const codeForNode = {
  name: 'code-for-node',
  transform(code) {
    if (!LONG_TEMPLATE.test(code)) return undefined
    const text = new RolldownMagicString(code)
    const tagged = new Set()
    new Visitor({
      TaggedTemplateExpression: ({ quasi }) => tagged.add(quasi.start),
      TemplateLiteral({ start, end, quasis: [only, ...others] }) {
        if (others.length === 0 && !tagged.has(start))
          text.overwrite(start, end, JSON.stringify(only.value.cooked))
      },
    }).visit(this.parse(code))
    return text.toString()
  },
  generateBundle(_, files) {
    for (const chunk of Object.values(files)) {
      if (NOT_ESCAPABLE.test(chunk.code))
        throw new Error(`${chunk.fileName}: a character beyond ASCII behind a backslash or in String.raw`)
      const code = chunk.code.replace(/[\u0080-\uffff]/g, escaped).replace(IMPORT, taken)
      if (/^(?:import|export) .*"node:/m.test(code))
        throw new Error(`${chunk.fileName}: imports a module of Node other than by names`)
      chunk.code = code
    }
  },
}
