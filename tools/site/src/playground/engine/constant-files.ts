/*
 * The files of constants that the Worker may load, and the families in each.
 *
 * Here the list is empty: in Node the catalogue of `@seccompile/constants` has every constant. The bundler of the Worker puts
 * the real list in place of this module (see ../../worker-constants.ts).
 */
import type { ConstantFile } from './lazy-constants.ts'

/** Every file, with the families in the order of the catalogue. */
export const CONSTANT_FILES: readonly ConstantFile[] = []
