import { z } from 'zod';
import type { Endpoint } from './define-endpoint.js';
import { Problem } from './problem.schema.js';

type Json = Record<string, unknown>;

type Side = 'input' | 'output';

const REF = '#/components/schemas/';

/**
 * JSON Schema of the wire. A schema with defaults looks different going in and coming out; only such schemas, and those
 * that refer to one, get a second component, named `…Request`.
 */
class Components {
  readonly schemas: Json = {};
  private readonly differing = new Set<string>();

  constructor() {
    const output = named('output');
    const input = named('input');
    for (const id of Object.keys(output))
      if (JSON.stringify(output[id]) !== JSON.stringify(input[id])) this.differing.add(id);
    for (let size = -1; size !== this.differing.size;) {
      size = this.differing.size;
      for (const [id, schema] of Object.entries(output))
        if (this.mentionsDiffering(schema)) this.differing.add(id);
    }
    for (const [id, schema] of Object.entries(output)) this.schemas[id] = schema;
    for (const id of this.differing) this.schemas[`${id}Request`] = this.repoint(input[id], 'input');
  }

  refer(schema: z.ZodType, side: Side): Json {
    const id = schema.meta()?.id;
    if (id !== undefined) return { $ref: REF + this.nameFor(id, side) };
    const whole = strip(z.toJSONSchema(schema, { io: side, target: 'openapi-3.0' }));
    return this.repoint(whole, side) as Json;
  }

  private nameFor(id: string, side: Side): string {
    return side === 'input' && this.differing.has(id) ? `${id}Request` : id;
  }

  private mentionsDiffering(node: unknown): boolean {
    const text = JSON.stringify(node);
    return [...this.differing].some((id) => text.includes(`"${REF}${id}"`));
  }

  private repoint(node: unknown, side: Side): unknown {
    return mapRefs(node, (id) => REF + this.nameFor(id, side));
  }
}

/** Every schema that was given an id, by id. */
function named(side: Side): Record<string, Json> {
  const { schemas } = z.toJSONSchema(z.globalRegistry, {
    io: side,
    target: 'openapi-3.0',
    uri: (id) => REF + id,
  });
  const out: Record<string, Json> = {};
  for (const id of Object.keys(schemas).sort()) out[id] = strip(schemas[id] as Json);
  return out;
}

function strip(schema: Json): Json {
  const { $schema: _schema, $id: _id, $defs: _defs, definitions: _definitions, id: _name, ...rest } = schema;
  return mapRefs(rest, (id) => REF + id) as Json;
}

function mapRefs(node: unknown, target: (id: string) => string): unknown {
  if (Array.isArray(node)) return node.map((item) => mapRefs(item, target));
  if (typeof node !== 'object' || node === null) return node;
  const out: Json = {};
  for (const [key, value] of Object.entries(node)) {
    // zod closes what goes out and leaves open what comes in; a client must tolerate new fields either way.
    if (key === 'additionalProperties' && value === false) continue;
    out[key] =
      key === '$ref' && typeof value === 'string'
        ? target(value.slice(value.lastIndexOf('/') + 1))
        : mapRefs(value, target);
  }
  return out;
}

function parameters(endpoint: Endpoint, components: Components): Json[] {
  const list: Json[] = [];
  const add = (where: 'path' | 'query', schema: z.ZodObject | undefined) => {
    if (schema === undefined) return;
    for (const [name, field] of Object.entries(schema.shape)) {
      const required = where === 'path' || !z.safeParse(field as z.ZodType, undefined).success;
      list.push({ name, in: where, required, schema: components.refer(field as z.ZodType, 'input') });
    }
  };
  add('path', endpoint.params);
  add('query', endpoint.query);
  return list;
}

function operation(name: string, endpoint: Endpoint, components: Components): Json {
  const problem = {
    description: 'What went wrong',
    content: { 'application/problem+json': { schema: components.refer(Problem, 'output') } },
  };
  const roles =
    typeof endpoint.access === 'string' ? endpoint.access : `roles: ${endpoint.access.join(', ')}`;
  const operationObject: Json = {
    operationId: name,
    summary: endpoint.summary,
    description: `Access: ${roles}.`,
    parameters: parameters(endpoint, components),
    responses: {
      [String(endpoint.status ?? 200)]: {
        description: 'Done',
        content: { 'application/json': { schema: components.refer(endpoint.response, 'output') } },
      },
      default: problem,
    },
  };
  if (endpoint.body !== undefined)
    operationObject['requestBody'] = {
      required: true,
      content: { 'application/json': { schema: components.refer(endpoint.body, 'input') } },
    };
  return operationObject;
}

/** The OpenAPI 3.0 document of a table of endpoints, below `/api/v1`. */
export function buildOpenApi(endpoints: Record<string, Endpoint>, version: string): Json {
  const components = new Components();
  const paths: Record<string, Json> = {};
  for (const [name, endpoint] of Object.entries(endpoints)) {
    const path = `/api/v1${endpoint.path.replaceAll(/:(\w+)/g, '{$1}')}`;
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation(name, endpoint, components) };
  }
  return {
    openapi: '3.0.3',
    info: {
      title: 'Outturn',
      version,
      description: 'Keeps score of public predictions. Probabilities are 0-1.',
    },
    paths,
    components: { schemas: components.schemas },
  };
}
