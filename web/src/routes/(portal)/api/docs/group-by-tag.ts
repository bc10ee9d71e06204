/** What these pages read of an OpenAPI 3.1 description. */
export interface OpenApi {
  paths: Record<string, Record<string, Operation>>;
}

interface Operation {
  tags?: string[];
  summary?: string;
  description?: string;
  parameters?: { name: string; in: string; required?: boolean; description?: string }[];
  requestBody?: { content?: Record<string, { schema?: Schema }> };
  responses?: Record<string, { description?: string }>;
}

interface Schema {
  title?: string;
  properties?: Record<string, Schema>;
  required?: string[];
}

export interface DocumentedOperation {
  id: string;
  method: string;
  path: string;
  summary: string;
  parameters: { name: string; required: boolean; description: string }[];
  body: { name: string; required: boolean }[];
  answers: string[];
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

/** The operations by their first tag, both in the order of the description. */
export function groupByTag({
  paths,
}: OpenApi): { tag: string; operations: DocumentedOperation[] }[] {
  const groups = new Map<string, DocumentedOperation[]>();
  for (const [path, operations] of Object.entries(paths)) {
    for (const method of METHODS) {
      const operation = operations[method];
      if (!operation) continue;
      const tag = operation.tags?.[0] ?? '';
      const group = groups.get(tag) ?? [];
      group.push(describe(method, path, operation));
      groups.set(tag, group);
    }
  }
  return [...groups].map(([tag, operations]) => ({ tag, operations }));
}

function describe(method: string, path: string, operation: Operation): DocumentedOperation {
  const schema = Object.values(operation.requestBody?.content ?? {})[0]?.schema;
  return {
    id: `${method}${path.replaceAll(/[^a-z0-9]+/gi, '-')}`,
    method: method.toUpperCase(),
    path,
    summary: operation.summary ?? operation.description ?? '',
    parameters: (operation.parameters ?? []).map(({ name, required, description }) => ({
      name,
      required: required ?? false,
      description: description ?? '',
    })),
    body: Object.keys(schema?.properties ?? {}).map((name) => ({
      name,
      required: schema?.required?.includes(name) ?? false,
    })),
    answers: Object.keys(operation.responses ?? {}),
  };
}
