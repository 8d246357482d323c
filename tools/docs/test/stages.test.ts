import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { stages } from '../src/stages.ts'

const README = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8')

it.each(['speed', 'list'] as const)('the README shows what the passes of %s make', (name) => {
  expect(README).toContain(`\`\`\`\n${stages(name)}\n\`\`\``)
})
