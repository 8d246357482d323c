/*
 * The declarations that TypeScript reads in the playground: those of packages that a policy imports, and those of the
 * language.
 *
 * The compiler follows the imports from the entry points. Exactly the files that it read are taken. A visitor gets
 * the types of the published packages: the manifests here have the published `exports`.
 */
import { readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript-6.0'
import { LIBRARY } from './playground/typescript/options.ts'

/** The packages whose entry points a policy may import. */
const PACKAGES = ['seccompile', 'abi', 'constants', 'groups', 'policy', 'presets', 'signatures', 'syscalls']

interface DeclarationManifest {
  readonly name: string
  readonly type: string
  readonly publishConfig: { readonly exports: Readonly<Record<string, string | { readonly types: string }>> }
}

const COMPILED = /\/packages\/([^/]+)\/dist\/.*\.d\.ts$/
const libraryFolder = dirname(fileURLToPath(import.meta.resolve('typescript-6.0')))

const manifestOf = (root: string, folder: string): DeclarationManifest =>
  JSON.parse(readFileSync(join(root, 'packages', folder, 'package.json'), 'utf8')) as DeclarationManifest

/** The entry files of a package, without the command line, which no policy imports. */
function entryFiles(root: string, folder: string): readonly string[] {
  return Object.entries(manifestOf(root, folder).publishConfig.exports).flatMap(([key, entry]) =>
    typeof entry === 'string' || key === './main' ? [] : [join(root, 'packages', folder, entry.types)],
  )
}

/**
 * The texts of the declarations by their paths, `/node_modules/NAME/dist/…` and `/lib/…`.
 *
 * @param root - the folder of the repository, whose packages are built
 */
export function declarationFiles(root: string): Readonly<Record<string, string>> {
  const program = ts.createProgram(
    PACKAGES.flatMap((folder) => entryFiles(root, folder)),
    {
      lib: [LIBRARY],
      types: [],
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      skipLibCheck: true,
    },
  )
  const files: Record<string, string> = {}
  for (const { fileName, text } of program.getSourceFiles()) {
    const [, folder] = COMPILED.exec(fileName) ?? []
    if (folder !== undefined) {
      const { name, type, publishConfig } = manifestOf(root, folder)
      const { exports } = publishConfig
      files[`/node_modules/${name}/package.json`] ??= JSON.stringify({ name, type, exports })
      const path = relative(join(root, 'packages', folder), fileName).replaceAll('\\', '/')
      files[`/node_modules/${name}/${path}`] = text
    } else if (dirname(fileName) === libraryFolder.replaceAll('\\', '/')) {
      files[`/lib/${relative(libraryFolder, fileName)}`] = text
    } else throw new Error(`${fileName}: declarations of the playground name a file of another package`)
  }
  return Object.fromEntries(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1)))
}
