/*
 * A plugin for the bundle of the Worker of TypeScript: makes one file of all declarations, and puts its address where the
 * Worker reads it.
 */
import { gzipSync } from 'node:zlib'

/** The interface of the bundler for this plugin. */
export interface DeclarationsPlugin {
  readonly name: string
  readonly load: (this: Bundler, id: string) => string | undefined
}

interface Bundler {
  readonly emitFile: (file: {
    readonly type: 'asset'
    readonly name: string
    readonly source: Uint8Array
  }) => string
}

/** The plugin. @param declarations - makes their texts by their paths */
export function policyDeclarations(declarations: () => Readonly<Record<string, string>>): DeclarationsPlugin {
  return {
    name: 'seccompile:policy-declarations',
    load(id) {
      if (!/\/typescript\/declarations-address\.js$/.test(id.replaceAll('\\', '/'))) return undefined
      const source = gzipSync(JSON.stringify(declarations()), { level: 9 })
      // With the ending `.bin`, no server takes the compression for the encoding of a transfer.
      const file = this.emitFile({ type: 'asset', name: 'policy-declarations.bin', source })
      return `export const DECLARATIONS = import.meta.ROLLUP_FILE_URL_${file}\n`
    },
  }
}
