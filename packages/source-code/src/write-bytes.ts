/*
 * The bytes of a filter as text: forms without comments, since whatever reads them takes bytes and nothing else.
 *
 * A filter has no end of its own, so an empty line parts the filters of a stack. `escaped` is in octal: C, and printf of
 * every shell, take `\040` and end it after three digits. They do not agree on `\x20`.
 */
import { SOCK_FILTER_BYTES } from '@seccompile/abi'
import { toBase64 } from './base64.ts'

/** Two digits a byte, an instruction a line; `xxd -r -p` reads it. */
export function hexText(bytes: Uint8Array): string {
  let text = ''
  for (const [at, byte] of bytes.entries()) {
    if (at > 0 && at % SOCK_FILTER_BYTES === 0) text += '\n'
    text += byte.toString(16).padStart(2, '0')
  }
  return text
}

/** Each byte as a backslash and three octal digits, for a string of C and for printf. */
export function escapedText(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('')
}

/** The key of the annotation. @see crun: src/libcrun/seccomp.c, libcrun_copy_seccomp() */
export const CRUN_ANNOTATION = 'run.oci.seccomp_bpf_data'

/** The annotation of a container that makes crun attach the filter in place of the profile, as an object of JSON. */
export function crunText(bytes: Uint8Array): string {
  return JSON.stringify({ [CRUN_ANNOTATION]: toBase64(bytes) }, undefined, 2)
}
