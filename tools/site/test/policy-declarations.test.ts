import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { policyDeclarations } from '../src/policy-declarations.ts'

const FILES = { '/lib/a.d.ts': 'declare const a: 1', '/node_modules/b/index.d.ts': 'export {}' }

describe('the file of declarations', () => {
  it('holds all of them, and its address takes the place of the empty one', () => {
    const emitted: Uint8Array[] = []
    const bundler = {
      emitFile: ({ source }: { readonly source: Uint8Array }) => {
        emitted.push(source)
        return 'abc'
      },
    }
    const { load } = policyDeclarations(() => FILES)
    expect(load.call(bundler, '/a/playground/typescript/worker.js')).toBeUndefined()
    expect(emitted).toEqual([])
    expect(load.call(bundler, '/a/playground/typescript/declarations-address.js')).toBe(
      'export const DECLARATIONS = import.meta.ROLLUP_FILE_URL_abc\n',
    )
    expect(emitted.map((bytes): unknown => JSON.parse(gunzipSync(bytes).toString()))).toEqual([FILES])
  })
})
