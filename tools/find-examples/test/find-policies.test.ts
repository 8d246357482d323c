import { describe, expect, it } from 'vitest'
import { policiesIn } from '../src/find-policies.ts'

const block = (language: string, text: string): string => `text\n\`\`\`${language}\n${text}\n\`\`\`\n`

describe('policiesIn', () => {
  it('yields a block that exports a policy, and a profile', () => {
    expect(policiesIn('x.md', block('ts', 'export default policy({})'))).toEqual([
      { place: 'x.md:2', text: 'export default policy({})\n', ending: 'mjs' },
    ])
    expect(policiesIn('x.md', block('json', '{ "defaultAction": 1 }'))).toMatchObject([{ ending: 'json' }])
    expect(policiesIn('x.md', block('json', '{}') + block('sh', 'export default x'))).toEqual([])
  })

  it('yields each policy that a const names, with its imports and without the rest of the block', () => {
    const code =
      "import { a } from 'a'\nimport { policy, b } from 'b'\n\nconst one = policy({\n  b,\n})\n  .deny('x')\n" +
      'console.log(one as never)\nconst two = policy({ a })\nconst other = a'
    expect(policiesIn('x.md', block('ts', code))).toEqual([
      {
        place: 'x.md:2 one',
        text: "import { policy, b } from 'b'\nexport default policy({\n  b,\n})\n  .deny('x')\n",
        ending: 'mjs',
      },
      {
        place: 'x.md:2 two',
        text: "import { a } from 'a'\nimport { policy, b } from 'b'\nexport default policy({ a })\n",
        ending: 'mjs',
      },
    ])
  })
})
