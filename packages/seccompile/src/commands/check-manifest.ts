import { changes, equal } from '@seccompile/prover'
import { EXIT } from '../exit-code.ts'
import type { ExitCode } from '../exit-code.ts'
import type { Io } from '../io.ts'
import { inputName, readText, relativeArgument } from '../load/input.ts'
import { parseManifest } from '../manifest/manifest.ts'
import { fromManifest } from '../manifest/paths.ts'
import { askTwo, sayUndecided } from '../options/question.ts'
import { shortDigest } from '../show/certificate.ts'
import { changeReport, reportFacts, reportText, summaryText } from '../show/change-report.ts'
import type { RawOption } from '../show/load-names.ts'
import { printableLine } from '../show/printable.ts'
import { sayJson, sayNote } from '../show/say.ts'
import { sayText } from '../show/verdict-colours.ts'

/** The options of `check-manifest`, as typed. */
export interface CheckManifestOptions extends RawOption {
  readonly json?: boolean
}

/** Whether the filter of one manifest means what its policy means. */
async function checkOne(io: Io, argument: string, options: CheckManifestOptions): Promise<ExitCode> {
  const { json = false } = options
  const path = relativeArgument(argument)
  const name = inputName(path)
  const manifest = parseManifest(readText(path, 'a manifest in JSON'), name)
  const policy = fromManifest(path, manifest.policy)
  const filter = manifest.filters.map((file) => fromManifest(path, file)).join(',')
  // The warnings about the policy were said when the filter was made.
  const asked = await askTwo(io, policy, filter, { ...manifest.options, ...options, json: true })
  const proof = equal(asked.left.leveled, asked.right.leveled, asked.prove)
  switch (proof.kind) {
    case 'undecided':
      return sayUndecided(io, proof.reason, json)
    case 'same':
    case 'equal': {
      const digest = proof.kind === 'equal' ? proof.digest : undefined
      const isNew = digest !== undefined && manifest.digest !== undefined && digest !== manifest.digest
      if (json) sayJson(io, { answer: 'equal', manifest: name, policy, filter, digest, changed: isNew })
      else {
        if (isNew) sayNote(io, `${name}: policy and filter have both changed since the manifest was written`)
        const mark = digest === undefined ? '' : `, digest ${shortDigest(digest)}`
        io.out(`${printableLine(filter)}: means what ${printableLine(policy)} means${mark}\n`)
      }
      return EXIT.ok
    }
    case 'different': {
      const found = changes(asked.left.leveled, asked.right.leveled, asked.prove)
      if (found.kind === 'undecided') return sayUndecided(io, found.reason, json)
      const report = await changeReport(asked, found.changes, { ...options, hasWithin: false })
      if (json) sayJson(io, { answer: 'different', manifest: name, policy, filter, ...reportFacts(report) })
      else
        sayText(
          io,
          `${printableLine(`${filter}: is not what ${policy} means: ${summaryText(report)}`)}\n${reportText(report)}`,
        )
      return EXIT.no
    }
  }
}

/**
 * `seccompile check-manifest`: proves for each manifest that filter and policy still mean the same, and lists the calls
 * where not. The exit status is the worst of all.
 */
export async function checkManifestCommand(
  io: Io,
  manifests: readonly string[],
  options: CheckManifestOptions,
): Promise<ExitCode> {
  let worst: ExitCode = EXIT.ok
  for (const manifest of manifests) {
    const status = await checkOne(io, manifest, options)
    if (status > worst) worst = status
  }
  return worst
}
