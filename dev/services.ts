import { resolve } from 'node:path';
import type { Keys } from './keys.ts';
import { localGraphRef } from './publish.ts';

const root = resolve(import.meta.dirname, '..');

/** A program of the house, as it runs on one machine. */
export interface Service {
  name: string;
  main: string;
  /** The ports that it listens on, by what is behind them. */
  ports: Record<string, number>;
  /** What a person opens or calls. */
  addresses: string[];
  /** Each answers 200 when it can work. */
  readyUrls: string[];
  env: NodeJS.ProcessEnv;
}

/** The programs, in the order in which they start. */
export interface Services {
  aws: Service;
  /** Absent in the plain form, in which the gateway composes the schema files itself. */
  registry?: Service;
  subgraphs: Service[];
  gateway: Service;
}

/** All programs; each port is an environment variable. @param isManaged whether a registry delivers the supergraph. */
export function listServices(env: NodeJS.ProcessEnv, dataDir: string, keys: Keys, isManaged: boolean): Services {
  const port = portFrom(env);
  const aws = awsPorts(env);
  const gatewayPort = port('GATEWAY_PORT', 4000);
  const registryPort = port('REGISTRY_PORT', 4010);
  const subgraphPorts = {
    user: port('USER_PORT', 4001),
    feed: port('FEED_PORT', 4002),
    spam: port('SPAM_PORT', 4003),
    photo: port('PHOTO_PORT', 4004),
    notification: port('NOTIFICATION_PORT', 4005),
  };
  const { GATEWAY_SIGNING_JWK, USER_KEY_SECRET, REGISTRY_BOOTSTRAP_KEY, ...subgraphKeys } = keys;
  const shared = { ...inherited(env), NO_COLOR: '1' };
  const atAws = { ...shared, ...awsEnvironment(aws) };

  const subgraphs = Object.entries(subgraphPorts).map(([name, at]) => ({
    name,
    main: resolve(root, 'subgraphs', name, 'main.ts'),
    ports: { [name]: at },
    addresses: [`http://localhost:${at}/graphql`],
    readyUrls: [`http://127.0.0.1:${at}/health/ready`],
    env: {
      ...atAws,
      ...subgraphKeys,
      ...(name === 'user' && { USER_KEY_SECRET }),
      ...(name === 'feed' && { SPAM_URL: `http://127.0.0.1:${subgraphPorts.spam}/graphql` }),
      EVENT_POLL_MS: env.EVENT_POLL_MS ?? '250',
      PORT: String(at),
    },
  }));
  const urls = Object.entries(subgraphPorts).map(([name, at]) => [
    `${name.toUpperCase()}_URL`,
    `http://127.0.0.1:${at}/graphql`,
  ]);

  const registryUrl = `http://127.0.0.1:${registryPort}`;
  const managed = {
    APOLLO_GRAPH_REF: localGraphRef,
    APOLLO_SCHEMA_CONFIG_DELIVERY_ENDPOINT: `${registryUrl}/uplink`,
    APOLLO_USAGE_ENDPOINT: registryUrl,
    USAGE_SAMPLE: env.USAGE_SAMPLE ?? '1',
    SUPERGRAPH_KEPT_IN: resolve(dataDir, 'supergraphs'),
  };

  return {
    aws: {
      name: 'aws',
      main: resolve(root, 'dev/aws/main.ts'),
      ports: aws,
      addresses: Object.entries(aws).map(([what, at]) => `${what} http://localhost:${at}`),
      readyUrls: [`http://127.0.0.1:${aws.DynamoDB}/`],
      env: {
        ...shared,
        AWS_DATA_DIR: resolve(dataDir, 'aws'),
        DYNAMODB_PORT: String(aws.DynamoDB),
        KINESIS_PORT: String(aws.Kinesis),
        S3_PORT: String(aws.S3),
      },
    },
    ...(isManaged && {
      registry: {
        name: 'registry',
        main: resolve(root, 'registry/main.ts'),
        ports: { registry: registryPort },
        addresses: [`http://localhost:${registryPort}/graphql`],
        readyUrls: [`${registryUrl}/health/ready`],
        env: {
          ...atAws,
          REGISTRY_BOOTSTRAP_KEY,
          CURSOR_SECRET: keys.CURSOR_SECRET,
          REGISTRY_URL: `http://localhost:${registryPort}`,
          UPLINK_MIN_DELAY_SECONDS: '1',
          PORT: String(registryPort),
          APOLLO_TELEMETRY_DISABLED: '1',
        },
      },
    }),
    subgraphs,
    gateway: {
      name: 'gateway',
      main: resolve(root, 'gateway/main.ts'),
      ports: { gateway: gatewayPort },
      addresses: [`http://localhost:${gatewayPort}`],
      readyUrls: [`http://127.0.0.1:${gatewayPort}/health/ready`],
      env: {
        ...shared,
        ...Object.fromEntries(urls),
        GATEWAY_SIGNING_JWK,
        PORT: String(gatewayPort),
        SUPERGRAPH: supergraphFile(env),
        ...(isManaged && managed),
        TOKEN_JWKS_URL: `http://127.0.0.1:${subgraphPorts.user}/.well-known/jwks.json`,
        APOLLO_TELEMETRY_DISABLED: env.APOLLO_TELEMETRY_DISABLED ?? '1',
      },
    },
  };
}

/** What the supergraph is made from: a `.yaml` of subgraphs, or a `.graphql` that is one already. */
export const supergraphFile = (env: NodeJS.ProcessEnv): string =>
  resolve(env.SUPERGRAPH || resolve(root, 'supergraph.yaml'));

const portFrom = (env: NodeJS.ProcessEnv) => (variable: string, otherwise: number) =>
  Number(env[variable] || otherwise);

/** Where the embedded stand-ins listen. */
export function awsPorts(env: NodeJS.ProcessEnv) {
  const port = portFrom(env);
  return {
    DynamoDB: port('DYNAMODB_PORT', 4020),
    Kinesis: port('KINESIS_PORT', 4021),
    S3: port('S3_PORT', 4022),
  };
}

/** The one switch between AWS and this machine, with credentials that open nothing elsewhere. */
export const awsEnvironment = (ports: { DynamoDB: number; Kinesis: number; S3: number }) => ({
  AWS_ENDPOINT_URL_DYNAMODB: `http://127.0.0.1:${ports.DynamoDB}`,
  AWS_ENDPOINT_URL_KINESIS: `http://127.0.0.1:${ports.Kinesis}`,
  AWS_ENDPOINT_URL_S3: `http://127.0.0.1:${ports.S3}`,
  AWS_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: 'banyan',
  AWS_SECRET_ACCESS_KEY: 'banyan',
});

/** What the shell holds, without anything that could lead to a real account. */
function inherited(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !/^(AWS|APOLLO)_|^PORT$|^HOST$/.test(name)));
}
