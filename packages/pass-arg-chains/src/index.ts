export { argChains } from './arg-chains.ts'
