-- Run by `nvim --headless -l`-less versions too: `nvim --headless -u NONE -i NONE -S neovim.lua`, in a folder with article.md.
-- Uses the client that is built in, as a person does, and writes what it saw to seen.json.
local seen = {}
local ok, problem = pcall(function()
  vim.o.swapfile = false
  -- The recipe of docs/editors.md.
  dofile('recipe.lua')
  vim.cmd('edit article.md')
  vim.cmd('set filetype=markdown')
  vim.wait(20000, function() return #vim.lsp.buf_get_clients(0) > 0 end, 20)
  local client = vim.tbl_keys(vim.lsp.buf_get_clients(0))[1]

  local function wait_for(what, condition)
    if not vim.wait(20000, condition, 20) then error('waited in vain for ' .. what) end
  end
  local function line() return vim.api.nvim_win_get_cursor(0)[1] end
  local function put(row, column) vim.api.nvim_win_set_cursor(0, { row, column }) end
  local function text() return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n') end

  wait_for('diagnostics', function() return #vim.diagnostic.get(0) == 2 end)
  seen.diagnostics = vim.tbl_map(function(one)
    return { line = one.lnum + 1, column = one.col + 1, code = one.code, message = one.message, severity = one.severity }
  end, vim.diagnostic.get(0))

  -- The quick fix on the line with the stray space, chosen from the menu.
  seen.actions = {}
  vim.ui.select = function(items, _, choose)
    for _, item in ipairs(items) do table.insert(seen.actions, item[2].title) end
    choose(items[1], 1)
  end
  put(5, 13)
  vim.lsp.buf.code_action()
  wait_for('the fix', function() return #seen.actions > 0 and not text():find('five. %[') end)
  wait_for('fewer diagnostics', function() return #vim.diagnostic.get(0) == 1 end)

  -- From the marker to the note, and from the note back to the first marker.
  put(1, 5)
  vim.lsp.buf.definition()
  wait_for('the note', function() return line() == 7 end)
  seen.note = line()
  put(7, 0)
  vim.lsp.buf.definition()
  wait_for('the marker', function() return line() ~= 7 or vim.fn.getqflist({ size = 0 }).size > 0 end)
  if line() == 7 then vim.cmd('cfirst') end
  seen.marker = line()

  -- Of several places, Neovim makes a list.
  vim.cmd('silent! cclose')
  put(1, 5)
  vim.lsp.buf.rename('adam')
  wait_for('the new label', function() return text():find('%[%^adam%]: Adam') ~= nil end)
  wait_for('the hover', function()
    local answers = vim.lsp.buf_request_sync(0, 'textDocument/hover', vim.lsp.util.make_position_params(), 5000)
    local answer = answers and answers[client] and answers[client].result
    seen.hover = answer and answer.contents.value
    return seen.hover ~= nil
  end)
  vim.cmd('write')
end)
if not ok then seen.problem = tostring(problem) end
local file = io.open('seen.json', 'w')
file:write(vim.json and vim.json.encode(seen) or vim.fn.json_encode(seen))
file:close()
vim.cmd('qall!')
