import { posix } from 'node:path'

const TITLED = /^```(\w+) ([\w.-]+\.\w+)\n([^]*?)^```$/gm

/**
 * The text with a title above each block of code that names a file: a block that begins with "```json profile.json".
 * VitePress has titles only for groups of code, so the block becomes a group of one.
 */
export function withTitles(text: string): string {
  return text.replaceAll(TITLED, (_whole, language: string, name: string, code: string) => {
    return `::: code-group\n\n\`\`\`${language} [${posix.basename(name)}]\n${code}\`\`\`\n\n:::`
  })
}
