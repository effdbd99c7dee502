import { errorReply } from '@phuong-so/shared/contracts/error';
import { APP_NAME } from '@phuong-so/shared/domain/app-name';
import * as z from 'zod';
import type { Route } from './route.ts';

type Json = Readonly<Record<string, unknown>>;
type Described = Json & {
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly required?: readonly string[];
};

/** The API's description (OpenAPI 3.1), made from the route table and the schemas that the routes themselves use. */
export function openApi(routes: readonly Route[]): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const one of routes) {
    const path = one.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [one.method]: operation(one) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: APP_NAME,
      version: '1',
      description:
        'Hỏi đáp kế hoạch của phường. Mọi lỗi có dạng {"error":{"code","message"}}, message bằng tiếng Việt.',
    },
    paths,
    components: {
      schemas: { Error: describe(errorReply) },
      securitySchemes: { session: { type: 'http', scheme: 'bearer' } },
    },
  };
}

function operation(route: Route): Json {
  const security = route.access === 'signed_in' ? [{ session: [] }] : [{}, { session: [] }];
  return {
    summary: route.summary,
    security,
    parameters: [...parameters('path', route.params), ...parameters('query', route.query)],
    ...(route.body === null ? {} : { requestBody: { required: true, content: content(describe(route.body)) } }),
    ...(route.fileLimit === 0 ? {} : { requestBody: { required: true, content: ANY_FILE } }),
    responses: {
      [route.status]: { description: 'Kết quả', ...replyOf(route) },
      default: { description: 'Lỗi', content: content({ $ref: '#/components/schemas/Error' }) },
    },
  };
}

const EVENTS = 'text/event-stream';
const ANY_FILE = { '*/*': { schema: { type: 'string', format: 'binary' } } };

function parameters(place: 'path' | 'query', schema: Route['query']): Json[] {
  if (schema === null) return [];
  const { properties = {}, required = [] } = describe(schema);
  return Object.entries(properties).map(([name, of]) => ({
    name,
    in: place,
    required: required.includes(name),
    schema: of,
  }));
}

function describe(schema: NonNullable<Route['query']>): Described {
  const { $schema: _, ...described } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return described as Described;
}

/** Of server-sent events the schema is that of each one's data. */
function replyOf({ reply, events, pieces, status }: Route): Json {
  if (status === 204) return {};
  if (reply === null) return { content: ANY_FILE };
  if (pieces !== null) return { content: content({ oneOf: Object.values(pieces).map(describe) }, EVENTS) };
  return { content: content(describe(reply), events === null ? 'application/json' : EVENTS) };
}

function content(schema: Json, type = 'application/json'): Json {
  return { [type]: { schema } };
}
