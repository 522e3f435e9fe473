/** Small supergraphs, one for each feature of federation. Keys are named as the mocked data want them. */
export const features: Record<string, Record<string, string>> = {
  shop: {
    accounts: `
      type Query { me: User users: [User] user(id: ID!): User }
      type Mutation { rename(id: ID!, name: String!): User touch: Int! }
      type User @key(fields: "id") { id: ID! name: String username: String! @shareable birthday: Int friends: [User!] }`,
    inventory: `
      type Product @key(fields: "upc") {
        upc: String! weight: Int @external price: Int @external
        inStock: Boolean shippingEstimate: Int @requires(fields: "price weight") stock: [[Depot!]]
      }
      type Depot @key(fields: "code") { code: String! city: String }`,
    products: `
      type Query { topProducts(first: Int = 5): [Product] }
      type Mutation { addProduct(name: String!): Product }
      type Product @key(fields: "upc") { upc: String! name: String price: Int weight: Int maker: Maker! }
      type Maker { name: String! country: String }`,
    reviews: `
      type Query { reviews: [Review!]! }
      type User @key(fields: "id") { id: ID! username: String! @external reviews: [Review] }
      type Product @key(fields: "upc") { upc: String! reviews(limit: Int): [Review!] rating: Float! }
      type Depot @key(fields: "code") { code: String! manager: User }
      type Review @key(fields: "id") { id: ID! body: String! product: Product author: User @provides(fields: "username") }`,
  },
  abstract: {
    zoo: `
      type Query { animals: [Animal!]! animal: Animal found: [Found] pair: [[Animal]!] }
      interface Named { name: String }
      interface Animal implements Named { id: ID! name: String friend: Animal owner: Keeper }
      type Cat implements Animal & Named @key(fields: "id") { id: ID! name: String friend: Animal owner: Keeper lives: Int! }
      type Dog implements Animal & Named @key(fields: "id") { id: ID! name: String friend: Animal owner: Keeper toys: [Toy!] }
      type Bird implements Animal & Named @key(fields: "id") { id: ID! name: String friend: Animal owner: Keeper wings: Wings }
      type Wings { span: Float color: Color }
      enum Color { RED BLUE SECRET @inaccessible }
      type Toy { label: String! of: Animal }
      union Found = Cat | Dog | Keeper | Toy
      type Keeper implements Named @key(fields: "id") { id: ID! name: String }`,
    vet: `
      type Query { patients: [Patient] records: Record }
      union Patient = Cat | Dog
      type Cat @key(fields: "id") { id: ID! record: Record vet: Keeper! }
      type Dog @key(fields: "id") { id: ID! record: Record! vet: Keeper }
      type Bird @key(fields: "id") { id: ID! record: Record }
      type Keeper @key(fields: "id") { id: ID! visits: [Record!]! patients: [Patient!] }
      type Record { at: Time! notes: [String!] color: Color data: Any }
      enum Color { RED BLUE SECRET @inaccessible }
      scalar Time
      scalar Any`,
  },
  interfaceObject: {
    catalog: `
      type Query { media: [Media] first: Media }
      interface Media @key(fields: "id") { id: ID! title: String! }
      type Book implements Media @key(fields: "id") { id: ID! title: String! pages: Int }
      type Film implements Media @key(fields: "id") { id: ID! title: String! minutes: Int! }`,
    ratings: `
      type Query { best: [Media!] }
      type Media @interfaceObject @key(fields: "id") { id: ID! stars: Int! comments: [Comment!] }
      type Comment { text: String about: Media }`,
    shelves: `
      type Query { shelf: Shelf }
      type Shelf { label: String! items: [Book] }
      type Book @key(fields: "id") { id: ID! shelf: Shelf }`,
  },
  values: {
    one: `
      type Query { thing: Thing things: [Thing!] shared: Size @shareable }
      type Thing @key(fields: "id") @key(fields: "sku code") { id: ID! sku: String! code: Int! size: Size @shareable grid: [[Cell!]!] @shareable label: String }
      type Size @shareable { width: Int height: Int unit: Unit }
      type Cell @shareable { x: Int y: Int }
      type Unit @shareable { name: String! }`,
    two: `
      type Query { shared: Size @shareable byCode: [Thing] }
      type Thing @key(fields: "sku code") { sku: String! code: Int! size: Size @shareable color: String @inaccessible weight: Float maker: Maker }
      type Size @shareable { width: Int height: Int unit: Unit }
      type Unit @shareable { name: String! }
      type Maker @key(fields: "id unit { name }") { id: ID! unit: MakerUnit! name: String! }
      type MakerUnit @shareable { name: String! }`,
    three: `
      type Thing @key(fields: "id") {
        id: ID! label: String @override(from: "one") size: Size @external
        volume: Int @requires(fields: "size { width height }") again: Thing siblings: [Thing] 
      }
      type Size @external { width: Int height: Int }
      type Maker @key(fields: "id unit { name }") { id: ID! unit: MakerUnit! founded: Int! things: [Thing] }
      type MakerUnit @shareable { name: String! }`,
  },
  requires: {
    orders: `
      type Query { orders: [Order!] order(id: ID!): Order @shareable }
      type Order @key(fields: "id") { id: ID! lines: [Line!]! buyer: Buyer place: Place @shareable }
      type Line { id: ID! amount: Int! item: Item @provides(fields: "label box { size }") }
      type Item @key(fields: "id", resolvable: false) { id: ID! label: String @external box: Box @external }
      type Box @external { size: Int }
      interface Place { street: String }
      type Home implements Place @shareable { street: String floor: Int }
      type Shop implements Place @shareable { street: String opens: Int }
      type Buyer @key(fields: "id") { id: ID! rank: Int level: Int @requires(fields: "country { code taxes }") country: Country @external }
      type Country @external { code: String! taxes: [Int!] }`,
    stock: `
      type Query { order(id: ID!): Order @shareable items(labels: [String!]): [Item] }
      type Order @key(fields: "id") { id: ID! buyer: Buyer @external owed: Int @requires(fields: "buyer { id rank }") }
      type Item @key(fields: "id") { id: ID! label: String @shareable box: Box @shareable weight: Float left: Int }
      type Box @shareable { size: Int lid: Boolean }
      type Buyer @key(fields: "id") { id: ID! rank: Int @external country: Country }
      type Country { code: String! taxes: [Int!] }`,
    shipping: `
      type Order @key(fields: "id") {
        id: ID! place: Place @external
        fee: Int @requires(fields: "place { ... on Home { floor } ... on Shop { opens } street }")
      }
      interface Place { street: String }
      type Home implements Place @external { street: String floor: Int }
      type Shop implements Place @external { street: String opens: Int }
      type Item @key(fields: "id") { id: ID! weight: Float @external parcels: [Parcel] @requires(fields: "weight") }
      type Parcel @key(fields: "code") { code: ID! item: Item next: Parcel }`,
  },
  override: {
    monolith: `
      type Query { photo(id: ID!): Photo photos: [Photo!] album: Album }
      type Mutation { retitle(id: ID!, title: String!): Photo }
      type Photo @key(fields: "id") { id: ID! title: String width: Int height: Int album: Album tags: [Tag!] }
      type Album @key(fields: "id") { id: ID! title: String photos: [Photo] }
      type Tag @shareable { name: String! }`,
    photo: `
      type Photo @key(fields: "id") {
        id: ID! width: Int @override(from: "monolith", label: "percent(25)")
        height: Int @override(from: "monolith", label: "photo-move") hue: Int
        tags: [Tag!] @override(from: "monolith", label: "photo-move")
      }
      type Tag @shareable { name: String! }`,
    album: `
      type Query { latest: Album @override(from: "monolith") }
      type Album @key(fields: "id") {
        id: ID! title: String @override(from: "monolith") photos: [Photo] @override(from: "monolith", label: "album-move") size: Int
      }
      type Photo @key(fields: "id") { id: ID! hue: Int @external shade: String @requires(fields: "hue") }`,
  },
  inputs: {
    search: `
      schema { query: Root mutation: Change }
      type Root { search(where: Where, order: Order! = NEWEST, limit: Int = 3): [Post] count(ids: [[ID!]!]): Int! }
      type Change { write(post: Draft!): Post publish(ids: [ID!]!): [Post] }
      input Where { text: String = "a" any: [Where!] by: ID at: Range order: Order }
      input Range { from: Float! to: Float = 2.5 }
      input Draft { text: String! tags: [String] at: Range }
      enum Order { NEWEST OLDEST }
      type Post @key(fields: "id") { id: ID! text(cut: Int = 10, mark: Order): String author: Author }
      type Author @key(fields: "id") { id: ID! posts(where: Where, first: Int! = 2): [Post!] }`,
    people: `
      schema { query: Reading mutation: Writing }
      type Reading { author(id: ID!, strict: Boolean): Author }
      type Writing { rename(id: ID!, to: Names): Author }
      input Names { first: String last: String! = "x" }
      type Author @key(fields: "id") { id: ID! name(form: Form = SHORT): String mood(at: Date): Date }
      type Post @key(fields: "id") { id: ID! likes(by: [ID!], since: Date): Int! likedBy(like: Names): [Author] }
      enum Form { SHORT LONG }
      scalar Date`,
  },
};
