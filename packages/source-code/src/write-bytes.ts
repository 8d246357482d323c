/*
 * Writes the bytes of a filter as text. These forms have no comments, since their readers accept only bytes.
 *
 * A filter has no end mark, so an empty line separates the filters of a stack. `escaped` is octal: C and printf of
 * every shell read `\040`, and end it after three digits. They do not agree on `\x20`.
 */
import { SOCK_FILTER_BYTES } from '@seccompile/abi'
import { toBase64 } from './base64.ts'

/** Two digits for each byte, one instruction on each line; `xxd -r -p` reads it. */
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

/** An object of JSON with the annotation that makes crun attach the filter in place of the profile. */
export function crunText(bytes: Uint8Array): string {
  return JSON.stringify({ [CRUN_ANNOTATION]: toBase64(bytes) }, undefined, 2)
}
