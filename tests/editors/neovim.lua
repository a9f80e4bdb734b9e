-- Asks Neovim's own client what a person would ask, and writes the answers as JSON; the configuration of the documentation is loaded already.
local out = assert(os.getenv("REFTEL_ANSWERS"))
local answers = {}

local function ask(method, params)
  local replies, problem = vim.lsp.buf_request_sync(0, method, params, 20000)
  for _, reply in pairs(replies or {}) do
    if reply.result then return reply.result end
    problem = reply.error and reply.error.message
  end
  error(method .. ": " .. tostring(problem))
end

local function at(line, character)
  return { textDocument = vim.lsp.util.make_text_document_params(), position = { line = line, character = character } }
end

local ok, problem = pcall(function()
  vim.cmd("edit 09SHANGHAI374.txt")
  answers.filetype = vim.bo.filetype
  assert(vim.wait(20000, function() return #vim.lsp.buf_get_clients(0) > 0 or next(vim.lsp.buf_get_clients(0)) ~= nil end, 20))
  assert(vim.wait(20000, function()
    for _, client in pairs(vim.lsp.buf_get_clients(0)) do
      if client.initialized then return true end
    end
    return false
  end, 20))
  ask("reftel/indexStatus", { wait = true })
  answers.symbols = {}
  for _, symbol in ipairs(ask("textDocument/documentSymbol", { textDocument = vim.lsp.util.make_text_document_params() })) do
    table.insert(answers.symbols, symbol.name)
  end
  answers.hover = ask("textDocument/hover", at(7, 5)).contents.value
  local definition = ask("textDocument/definition", at(89, 132))
  local target = definition[1] or definition
  answers.definition = (target.targetUri or target.uri):match("[^/]+$")
  assert(vim.wait(20000, function() return #vim.diagnostic.get(0) > 0 end, 20))
  answers.diagnostics = {}
  for _, diagnostic in ipairs(vim.diagnostic.get(0)) do
    table.insert(answers.diagnostics, diagnostic.code or vim.tbl_get(diagnostic, "user_data", "lsp", "code"))
  end
end)
if not ok then answers.problem = tostring(problem) end

local file = assert(io.open(out, "w"))
file:write(vim.json.encode(answers))
file:close()
vim.cmd("qall!")
