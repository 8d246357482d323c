#!/usr/bin/env node
/**
 * Writes the names of calls that the libseccomp of this machine knows, as the difference to `@known` of systemd. A C
 * program asks the library, so a C compiler and the headers of libseccomp are needed.
 *
 * node tools/gen-systemd-sets/gen-libseccomp-names.mjs | npx prettier --stdin-filepath x.ts >
 * packages/systemd/src/libseccomp-table.ts
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { callsOfSet, SYSTEMD_SETS, SYSTEMD_VERSION } from '../../packages/systemd/dist/index.js'
import { syscallNames } from '../../packages/syscalls/dist/index.js'

const SOURCE = `
#include <seccomp.h>
#include <stdio.h>
#include <string.h>
int main(void) {
  char name[256];
  const struct scmp_version *version = seccomp_version();
  printf("%u.%u.%u\\n", version->major, version->minor, version->micro);
  while (fgets(name, sizeof name, stdin)) {
    name[strcspn(name, "\\n")] = 0;
    if (seccomp_syscall_resolve_name(name) != __NR_SCMP_ERROR) puts(name);
  }
}
`

const known = callsOfSet('@known')
const names = [...new Set([...known, ...SYSTEMD_SETS.flatMap(({ own }) => own), ...syscallNames])]
const folder = mkdtempSync(join(tmpdir(), 'libseccomp-names-'))
try {
  writeFileSync(join(folder, 'names.c'), SOURCE)
  execFileSync('cc', ['-o', join(folder, 'names'), join(folder, 'names.c'), '-lseccomp'])
  const answer = execFileSync(join(folder, 'names'), { input: names.join('\n') + '\n', encoding: 'utf8' })
  const [version, ...has] = answer.trimEnd().split('\n')
  const without = known.filter((name) => !has.includes(name)).sort()
  const beside = has.filter((name) => !known.includes(name)).sort()
  process.stdout
    .write(`// Written by tools/gen-systemd-sets from seccomp_syscall_resolve_name() of libseccomp ${version}.
// Make it again: node tools/gen-systemd-sets/gen-libseccomp-names.mjs

/** The version of libseccomp that knows these names. */
export const LIBSECCOMP_VERSION = '${version}'

/** The calls of @known of systemd ${SYSTEMD_VERSION} that this libseccomp does not know. */
export const UNKNOWN: string = ${JSON.stringify(without.join(' '))}

/** The calls that it knows beside those of @known. */
export const BESIDE: string = ${JSON.stringify(beside.join(' '))}
`)
} finally {
  rmSync(folder, { recursive: true })
}
