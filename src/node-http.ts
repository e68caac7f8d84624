/**
 * Node's own HTTP. An `import` of it would read each of its properties, and the one named WebSocket loads Node's `fetch`: 40 ms
 * of every start (measured, Node 24.21).
 */
export const { Agent, createServer, request } = process.getBuiltinModule('node:http');
