import { isAbove, isModulePath } from '@seccompile/policy-files'
import { posix } from 'node:path'
import { expect, it } from 'vitest'

it('takes what ends as JavaScript or TypeScript for a module', () => {
  for (const path of ['a.ts', 'a.mjs', 'a.cts', './b/a.js']) expect(isModulePath(path)).toBe(true)
  for (const path of ['a.json', 'a.tsx', 'ts', 'a.ts.bpf']) expect(isModulePath(path)).toBe(false)
})

it('says which names lead out of their folder, as Node resolves them', () => {
  const parts = ['..', '.', 'a', '', '...', '..a']
  for (const one of parts)
    for (const two of parts)
      for (const three of parts) {
        const name = `${one}/${two}/${three}`
        const isOut = posix.isAbsolute(name) || posix.normalize(name).split('/')[0] === '..'
        expect([name, isAbove(name)]).toEqual([name, isOut])
      }
})
