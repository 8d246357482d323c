import { constantNamed } from '@seccompile/constants/all'

/** The constants in texts of calls, by their family. */
export function constantsOf(texts) {
  const families = new Map()
  const words = texts.flatMap((text) => text.match(/\b[A-Z][A-Z0-9_]+\b/g) ?? [])
  for (const word of [...new Set(words)].sort()) {
    const { family } = constantNamed(word)
    families.set(family, [...(families.get(family) ?? []), word])
  }
  return [...families].sort(([a], [b]) => (a < b ? -1 : 1))
}

const constantsIn = (rows) => constantsOf(rows.map(([, , , calls]) => calls))

/** The statements that import constants. */
export const importLines = (constants) =>
  constants
    .map(([family, names]) => `import { ${names.join(', ')} } from '@seccompile/constants/${family}'`)
    .join('\n')

/** The text of the module with the table. */
export function tableText(rows, abis, { glibc, others, musl, linux, qemu, strace }) {
  const shown = rows.map(([name, libc, on, calls], i) =>
    [name === rows[i - 1]?.[0] ? '' : name, libc, on, calls === name ? '=' : calls].join(':'),
  )
  const constants = constantsIn(rows)
  return `// Written by tools/gen-libc-calls from probes that ran under strace ${strace} and qemu-user ${qemu}: glibc ${glibc}, musl ${musl}, Linux ${linux}.
// Make it again: node tools/gen-libc-calls/gen-libc-calls.mjs --musl DIR
${importLines(constants)}
import type { Constant } from '@seccompile/constants'
import type { AbiToken } from '@seccompile/syscalls'

/** The versions of what was measured. */
export const MEASURED_WITH: Readonly<Record<'glibc' | 'musl' | 'linux' | 'qemu', string>> = {
  glibc: '${glibc}',
  musl: '${musl}',
  linux: '${linux}',
  qemu: '${qemu}',
}

/** The ABIs on which another version of glibc was measured. */
export const OTHER_GLIBC: Readonly<Partial<Record<AbiToken, string>>> = ${JSON.stringify(others)}

/** The ABIs on which each library was measured. */
export const MEASURED_ABIS: Readonly<Record<'glibc' | 'musl', string>> = {
  glibc: '${abis.glibc.join(' ')}',
  musl: '${abis.musl.join(' ')}',
}

/** The constants in the texts of calls. */
export const CONSTANTS: Readonly<Record<string, Constant>> = { ${constants.flatMap(([, names]) => names).join(', ')} }

/** Lines \`name:libc:ABIs:calls\`. Without a name, the line is of the function before. ABIs are * for the measured ones that no other line of both has. The call = has the name of the function; read-calls.ts says how others are written. */
export const ROWS: string = \`
${shown.join('\n')}
\`
`
}
