/* What a package promises of its exports, in its package.json and its README. */
import { stabilityOf } from '../lint/workspace.mjs'

const STABILITIES = {
  stable: 'Stable: only a new major version changes an export so that a program breaks.',
  experimental: 'Experimental: a new minor version may change an export so that a program breaks.',
}

/** What is wrong with the promise of a published package: it makes none, or names subpaths that it does not have. */
export function stabilityProblems({ dir, manifest }) {
  const { stability, experimental = [], subpaths = [] } = manifest.seccompile
  const at = `${dir}/package.json: "seccompile.`
  if (!Object.hasOwn(STABILITIES, stability))
    return [`${at}stability": expected "stable" or "experimental"; got ${JSON.stringify(stability)}`]
  if (experimental.length > 0 && stability !== 'stable')
    return [`${at}experimental": all of an experimental package is experimental; leave the field out`]
  return experimental
    .filter((sub) => !subpaths.includes(sub))
    .map((sub) => `${at}experimental": "${sub}" is none of the "subpaths"`)
}

/** What a package promises, as a part of its README. */
export function stabilityText({ manifest: { name, seccompile } }) {
  const subpaths = (seccompile.experimental ?? []).map((sub) => `\`${name}/${sub}\``)
  const but = subpaths.length === 0 ? '' : ` Experimental: ${subpaths.join(', ')}.`
  const promise = STABILITIES[stabilityOf(seccompile)]
  return `\n${promise}${but} [What this promises](../../docs/one-package.md#stable-and-experimental).\n`
}
