/* Writing the manifest of a filter that was just compiled. */
import { dirname } from 'node:path'
import type { StackCompilation } from '@seccompile/compiler'
import { manifestText } from '@seccompile/policy-files/manifest'
import { isAbove, isModulePath, PRESET } from '@seccompile/policy-files'
import type { Notation } from '@seccompile/policy-files'
import { CliError } from '../io/cli-error.ts'
import { version } from '../io/version.ts'
import { isLinkOut } from '../io/inside.ts'
import { writeOutput } from '../io/output.ts'
import { partOf } from '../load/policy-file.ts'
import { checkNotInput } from './output-file.ts'
import { targetTexts } from '../options/target.ts'
import type { TargetOptions } from '../options/target.ts'
import { inManifest, manifestPath } from './manifest-paths.ts'

/** @throws CliError where `check-manifest` could not read the policy or the filter later */
export function checkManifest(
  argument: string,
  output: string | undefined,
  notation: Notation,
  inputs: readonly (string | undefined)[],
): void {
  if (output === undefined)
    throw new CliError('--manifest writes a file beside the filter; name the file of the filter with -o')
  if (argument === '-')
    throw new CliError(
      '--manifest names the policy, and standard input has no name; give the file of the policy',
    )
  // `check-manifest` recognises a filter by its text. An assembly text of bpf_asm has no mark, and a module would be
  // run.
  if (notation.kind === 'policy' || notation.name === 'asm' || isModulePath(output))
    throw new CliError(
      `--manifest: ${output} would be ${notation.title}, which "check-manifest" cannot read; write a raw filter, and "convert" it`,
    )
  const manifest = manifestPath(output)
  checkNotInput(manifest, inputs, '--manifest: ')
  const policy = argument.startsWith(PRESET) ? [] : [partOf(argument).path]
  if (policy.some((path) => isAbove(inManifest(manifest, path))))
    throw new CliError(
      `--manifest: ${argument} is outside the folder of ${manifest}, and a manifest can name only files in its folder; write the filter beside the policy, or in a folder above it`,
    )
  const link = [...policy, output].find((path) => isLinkOut(dirname(manifest), path))
  if (link !== undefined)
    throw new CliError(
      `--manifest: ${link} is a link to a file outside the folder of ${manifest}, which "check-manifest" does not follow; name the file itself`,
    )
}

/** A compiled filter, with its policy and its target. */
export interface CompiledFilter {
  readonly argument: string
  readonly output: string
  readonly files: readonly string[]
  /** All options of the target of the filter. */
  readonly target: TargetOptions
  readonly compilation: StackCompilation
}

/** Writes the manifest beside the filter. @throws CliError where it cannot be written */
export async function writeManifest({
  argument,
  output,
  files,
  target,
  compilation: { abis, certificate },
}: CompiledFilter): Promise<void> {
  const path = manifestPath(output)
  // The manifest names every option of the target, because another version may have other defaults.
  const [main, ...others] = abis
  const options = targetTexts({ ...target, abi: main && [main, ...others] })
  const text = manifestText({
    seccompile: version(),
    policy: inManifest(path, argument),
    options,
    filters: files.map((file) => inManifest(path, file)),
    ...(certificate.kind === 'proved' && certificate.digest !== undefined
      ? { digest: certificate.digest }
      : {}),
  })
  await writeOutput(path, new TextEncoder().encode(text))
}
