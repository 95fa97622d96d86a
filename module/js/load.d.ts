import type * as Bathtub from './index.js';

/** The functions of the package. */
export type Functions = typeof Bathtub;

/**
 * Fetches the model once and gives the functions: for pages and bundlers that cannot wait at the top of a
 * module. `wasm` says where `bathtub_bg.wasm` is when a bundler has moved it: an address or its bytes.
 */
export declare function load(wasm?: string | URL | Request | Response | BufferSource): Promise<Functions>;
