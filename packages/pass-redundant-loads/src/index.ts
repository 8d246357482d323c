export { redundantLoads } from './redundant-loads.ts'
